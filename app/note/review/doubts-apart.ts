import type { CheckFlag } from './heard-flags.ts'

/**
 * Without the doubts about a word that another stop already asks to hear. A question asks about its mark, not about
 * the word before it.
 * @param flags by where they start
 */
export function doubtsApart(flags: readonly CheckFlag[]): CheckFlag[] {
  const around = flags.filter(({ kind }) => kind !== 'doubtful' && kind !== 'question')
  let next = 0
  let heardTo = 0
  return flags.filter(({ kind, start, end }) => {
    while (next < around.length && around[next]!.start <= start)
      heardTo = Math.max(heardTo, around[next++]!.end)
    return kind !== 'doubtful' || end > heardTo
  })
}
