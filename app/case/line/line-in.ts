import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { textFault } from '../../text/written-text'
import { longestLine } from './line-limit'
import { seenIn } from '../../disclosure/seen-in'

const form = z.object({
  text: z.string().catch(''),
  // Chosen when the form was shown. A malformed id is not ours, but the words are still kept.
  line: z.uuid().catch(() => randomUUID()),
})

export function lineIn(posted: FormData) {
  const { text: typed, line: lineId } = form.parse(Object.fromEntries(posted))
  const text = typed.trim()
  return { text, lineId, seen: seenIn(posted), fault: textFault(text, longestLine) }
}
