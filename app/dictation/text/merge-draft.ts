import { continueText, type DictationMode } from './spoken-commands.ts'
import { tidyTypography } from './typography.ts'

/** One recognised phrase of a recording. Numbers follow each other without a hole. */
export type Segment = { number: number; text: string }

/** A draft, and the number of the last segment that is in it (one less than the first, before any is). */
export type MergedDraft = { text: string; mergedTo: number }

/**
 * Appends the segments that are not in the draft yet, in order and well set, up to the first hole. Segments may come
 * twice or out of order. What stands in the draft, edited or not, is left alone; only a command that a
 * segment completes at its very end is taken up again (see {@link continueText}).
 */
export function mergeSegments(
  { text, mergedTo }: MergedDraft,
  segments: readonly Segment[],
  mode: DictationMode,
): MergedDraft {
  const textOf = new Map(segments.map((segment) => [segment.number, segment.text]))
  let draft = text
  let last = mergedTo
  for (let next = textOf.get(last + 1); next !== undefined; next = textOf.get(last + 1)) {
    draft = continueText(draft, tidyTypography(next), mode)
    last++
  }
  return { text: draft, mergedTo: last }
}
