/** In code points; of what a person is writing: what is too long to send is still not lost. */
export const longestOwnDraft = 10_000
