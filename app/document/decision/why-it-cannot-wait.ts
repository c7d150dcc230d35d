import type { DocumentTemplate } from '../../../db/closed-lists'

type Written = { template: DocumentTemplate | null; facts: Record<string, unknown> }

/** Decisions that the law lets one person take for the committee. */
const byOnePerson = new Set<DocumentTemplate | null>(['custodyLvu', 'custodyLvm'])

/**
 * Why the committee cannot be awaited, as the writer has said of a decision that its chair, or a member whom it has
 * appointed, may then take alone (document_version.cannot_wait). Null of any other.
 */
export function whyItCannotWait({ template, facts }: Written): string | null {
  if (!byOnePerson.has(template)) return null
  const urgent = facts['urgent'] as { cannotWait?: unknown } | undefined
  return typeof urgent?.cannotWait === 'string' && urgent.cannotWait !== '' ? urgent.cannotWait : null
}
