/** In code points, as PostgreSQL's char_length counts (db/migrations/0032-follow-up.sql). */
export const longest = { view: 2000, area: 4000, reason: 1000, place: 200, name: 100 } as const

/** How many who are not of the case the form has room for. */
export const mostProviders = 3
