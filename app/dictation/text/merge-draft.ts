import { atOnce, type Steps } from '../../text/steps.ts'
import { continuing, type DictationMode } from './spoken-commands.ts'
import { tidyTypography } from './typography.ts'

/** Numbers have no gaps. */
export type Segment = { number: number; text: string }

/** `mergedTo`: the last segment in the draft (one below the first, before there is any). */
export type MergedDraft = { text: string; mergedTo: number }

/**
 * Appends new segments up to the first gap; they may come twice or out of order. Earlier text only changes
 * where a segment completes a command (spoken-commands.ts).
 */
export const mergeSegments = (
  draft: MergedDraft,
  segments: readonly Segment[],
  mode: DictationMode,
): MergedDraft => atOnce(merging(draft, segments, mode))

/** The steps of {@link mergeSegments}. */
export function* merging(
  { text, mergedTo }: MergedDraft,
  segments: readonly Segment[],
  mode: DictationMode,
): Steps<MergedDraft> {
  const textOf = new Map(segments.map((segment) => [segment.number, segment.text]))
  let draft = text
  let last = mergedTo
  for (let next = textOf.get(last + 1); next !== undefined; next = textOf.get(last + 1)) {
    draft = yield* continuing(draft, tidyTypography(next), mode)
    last++
  }
  return { text: draft, mergedTo: last }
}
