/** How much the timeline shows: a phone's worth. The lists of notes and documents hold the rest. */
export const newestShown = 8
