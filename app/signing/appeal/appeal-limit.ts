/** In code points. The same as in appeal. */
export const longestAppeal = 10_000
