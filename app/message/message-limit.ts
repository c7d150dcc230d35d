/** In code points; the database keeps more, for what other systems sent. */
export const longestMessage = 2000

/** As much as the database keeps: what is too long to send is still not lost. */
export const longestDraft = 10_000
