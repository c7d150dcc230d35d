/** In code points. The same as in urgent_decision. */
export const longestReason = 4000
