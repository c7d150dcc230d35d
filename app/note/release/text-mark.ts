import { createHash } from 'node:crypto'
import type { VersionText } from './version-text.ts'

type MarkedNote = {
  source: string | null
  /** What its readers are told of the note besides its text. */
  facts: { kind: string; eventAt: Date; bbicAreas: readonly string[] }
  versions: readonly VersionText[]
}

/** Tells one text of a note from another, so that a form says which one it was drawn on. */
export function textMarkOf({ source, facts, versions }: MarkedNote): string {
  return createHash('sha256')
    .update(JSON.stringify([source, facts, ...versions]))
    .digest('base64url')
}
