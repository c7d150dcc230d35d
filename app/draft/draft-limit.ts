/**
 * In code points; of what a person is writing: what is too long to send is still not lost, in any form. In any letters it is less
 * than the body of a form (app/server/body-rules.ts).
 */
export const longestOwnDraft = 25_000
