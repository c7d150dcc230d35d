import { createHash } from 'node:crypto'
import type { VersionText } from '../../disclosure/version-text.ts'

/** Tells one text of a note from another, so that a form says which one it was drawn on. */
export function textMarkOf({
  source,
  versions,
}: {
  source: string | null
  versions: readonly VersionText[]
}): string {
  return createHash('sha256')
    .update(JSON.stringify([source, ...versions]))
    .digest('base64url')
}
