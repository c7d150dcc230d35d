/** In code points; the database keeps more, for what other systems sent. */
export const longestMessage = 2000
