import type { Audience } from '../../db/roles'

/** Reads about themself and is under 18. */
export const isYoung = (audience: Audience): boolean => audience === 'child' || audience === 'youth'
