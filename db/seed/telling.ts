import type { DocumentBlock } from '../../app/document/content/content.ts'
import type { PersonKey } from './people.ts'
import type { Reader, SpokenParagraph } from './story.ts'

/** What happened. */
export const fact = (text: string): SpokenParagraph => ({ voice: 'fact', text })

/** What a person of the case said. */
export const said = (person: PersonKey, text: string): SpokenParagraph => ({
  voice: 'statement',
  text,
  person,
})

/** What somebody outside the case's parties said, named as the note names them. */
export const saidBy = (speaker: string, text: string): SpokenParagraph => ({
  voice: 'statement',
  text,
  speaker,
})

/** What the author thinks it means. */
export const assessed = (text: string): SpokenParagraph => ({ voice: 'assessment', text })

export { section } from '../../app/document/decision/blocks.ts'

/** Paragraphs under no heading. */
export const letter = (...paragraphs: string[]): DocumentBlock[] =>
  paragraphs.map((text) => ({ kind: 'paragraph', text }))

/** The person may read everything, from the moment given. */
export const full = (person: PersonKey, shownFrom: string): Reader<never> => ({
  person,
  level: 'full',
  shownFrom,
  decidedAt: shownFrom,
})

type Limited = { ground: string; harm: string; decidedAt: string; reviewOn?: string }

/** The person reads a text of their own instead. */
export const partly = <Part>(
  person: PersonKey,
  shownFrom: string,
  told: Limited & { title: string; text: Part[]; groundTold?: boolean },
): Reader<Part> => ({ person, level: 'partial', shownFrom, ...told })

/** The person may not learn that it exists. */
export const withheld = (person: PersonKey, why: Limited): Reader<never> => ({
  person,
  level: 'withheld',
  shownFrom: why.decidedAt,
  ...why,
})

/** The person may not read it yet. */
export const later = (person: PersonKey, why: Limited): Reader<never> => ({
  person,
  level: 'later',
  shownFrom: why.decidedAt,
  ...why,
})
