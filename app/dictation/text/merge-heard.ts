import { mergeSegments, type MergedDraft } from './merge-draft.ts'
import type { DictationMode } from './spoken-commands.ts'

/** One phrase of a dictation as the draft takes it in. Times are milliseconds of its recording. */
export type HeardSegment = {
  number: number
  recordingId: string
  kind: 'speech' | 'dropped' | 'gap'
  text: string
  start: number
  end: number
  /** How spoken commands are taken in its recording. */
  mode: DictationMode
}

/** Appends what has been heard and is not in the draft yet. What was taken for noise adds nothing. */
export function mergeHeard(draft: MergedDraft, heard: readonly HeardSegment[]): MergedDraft {
  const inOrder = [...heard].sort((one, other) => one.number - other.number)
  return inOrder.reduce(
    (merged, { number, kind, text, mode }) =>
      mergeSegments(merged, [{ number, text: kind === 'dropped' ? '' : text }], mode),
    draft,
  )
}
