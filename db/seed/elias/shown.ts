import { full } from '../telling.ts'

// Both guardians are let in at the same moment, so that the hour tells nothing.
export const shownFrom = '2026-09-15 08:00'
export const decidedAt = '2026-09-14 20:40'

// Elias reads together with Samira, his child texts first (domain 5.2). He cannot sign in himself.
export const shownToElias = full('elias', '2026-09-14 20:30')
