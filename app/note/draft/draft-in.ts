import { z } from 'zod'
import { lengthOf, longestDraft, longestTitle } from '../../text/draft-limits'

const count = z.coerce.number().int().min(0).max(1_000_000_000)
const shape = z.object({
  revision: count,
  mergedTo: count,
  title: z.string().max(longestTitle),
  text: z.string(),
})

export type PostedDraft = z.infer<typeof shape>

/** Null if it is not from our form. `tooLong` is shown to the writer. */
export function draftIn(entries: unknown): (PostedDraft & { fault: 'tooLong' | null }) | null {
  const read = shape.safeParse(entries)
  if (!read.success) return null
  return { ...read.data, fault: lengthOf(read.data.text) > longestDraft ? 'tooLong' : null }
}
