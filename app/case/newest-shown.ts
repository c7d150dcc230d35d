/** About one phone screen. The lists of notes and documents hold the rest. */
export const newestShown = 8
