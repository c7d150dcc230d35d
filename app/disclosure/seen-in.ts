/** Keys of what was found in the words, and of which it was said that their reader may know it. */
export const seenIn = (form: FormData): string[] => form.getAll('seen').map(String)
