/** In code points; the database keeps more, for what other systems sent. */
export const longestMessage = 2000

/**
 * Of what staff are writing: what is too long to send is still not lost, nor what an answer that is taken back and what was
 * begun after it are together. In any letters it is less than the body of a form (app/server/body-rules.ts).
 */
export const longestDraft = 25_000
