/**
 * What the facts of a decision say of why the committee cannot be awaited; null where it is the committee's own. Such a
 * decision waits for its chair, or for a member whom it has appointed (the same as in db/policy/decision-rules.sql).
 */
export function whyItCannotWait(facts: Record<string, unknown>): string | null {
  const urgent = facts['urgent'] as { cannotWait?: unknown } | undefined
  return typeof urgent?.cannotWait === 'string' && urgent.cannotWait !== '' ? urgent.cannotWait : null
}
