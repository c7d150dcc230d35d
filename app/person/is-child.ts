import type { Audience } from '../../db/roles'

/** Whom the child's titles and texts are written to: the child of the case, until they are of age. */
export const isChild = (audience: Audience): boolean => audience === 'child' || audience === 'youth'
