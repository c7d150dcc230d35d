import { atOnce, type Steps } from '../../text/steps.ts'
import { merging, type MergedDraft } from './merge-draft.ts'
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

// No phrase looks or changes further back (dictation-writer.ts): all of a long draft is not copied for each.
const reach = 6000

/** Appends what is not in the draft yet. Dropped noise adds nothing. */
export const mergeHeard = (draft: MergedDraft, heard: readonly HeardSegment[]): MergedDraft =>
  atOnce(mergingHeard(draft, heard))

/** The steps of {@link mergeHeard}. */
export function* mergingHeard(draft: MergedDraft, heard: readonly HeardSegment[]): Steps<MergedDraft> {
  const inOrder = [...heard].sort((one, other) => one.number - other.number)
  const done: string[] = []
  let { text: end, mergedTo } = draft
  for (const { number, kind, text, mode } of inOrder) {
    const said = { number, text: kind === 'dropped' ? '' : text }
    ;({ text: end, mergedTo } = yield* merging({ text: end, mergedTo }, [said], mode))
    yield
    if (end.length < 2 * reach) continue
    done.push(end.slice(0, -reach))
    end = end.slice(-reach)
  }
  return { text: [...done, end].join(''), mergedTo }
}
