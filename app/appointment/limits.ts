/** In code points, as PostgreSQL's char_length counts (db/migrations/0050-appointment.sql). */
export const longest = {
  place: 200,
  placeNote: 500,
  bring: 1000,
  reason: 1000,
  name: 100,
  point: 1000,
  request: 2000,
  answer: 2000,
  words: 1000,
} as const

/** How many who are neither of the case nor of the staff the form has room for. */
export const mostOthers = 3
