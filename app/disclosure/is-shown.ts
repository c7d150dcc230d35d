import type { DisclosureLevel } from '../note/release/told-text.ts'

/** Whether a reader sees anything at all of a note at this level. */
export const isShown = (level: DisclosureLevel) =>
  level === 'full' || level === 'partial' || level === 'title'
