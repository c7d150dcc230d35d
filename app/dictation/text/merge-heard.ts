import { mergeSegments, type MergedDraft } from './merge-draft.ts'
import type { DictationMode } from './spoken-commands.ts'

/** Times in milliseconds of the recording. */
export type HeardSegment = {
  number: number
  recordingId: string
  kind: 'speech' | 'dropped' | 'gap'
  text: string
  start: number
  end: number
  mode: DictationMode
}

/** Appends what is not in the draft yet. Dropped noise adds nothing. */
export function mergeHeard(draft: MergedDraft, heard: readonly HeardSegment[]): MergedDraft {
  const inOrder = [...heard].sort((one, other) => one.number - other.number)
  return inOrder.reduce(
    (merged, { number, kind, text, mode }) =>
      mergeSegments(merged, [{ number, text: kind === 'dropped' ? '' : text }], mode),
    draft,
  )
}
