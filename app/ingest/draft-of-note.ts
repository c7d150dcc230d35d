import { joinParagraphs, splitParagraphs } from '../text/paragraphs.ts'
import type { IngestNote } from './note-schema.ts'

export function draftOfNote({
  text,
  childView,
  assessment,
}: Pick<IngestNote, 'text' | 'childView' | 'assessment'>) {
  const parts = [
    { voice: 'fact', text },
    { voice: 'statement', text: childView ?? '' },
    { voice: 'assessment', text: assessment ?? '' },
  ] as const
  const paragraphs = parts.flatMap(({ voice, text }) =>
    splitParagraphs(text).map((text) => ({ voice, text })),
  )
  return { paragraphs, draftText: joinParagraphs(paragraphs.map(({ text }) => text)) }
}
