import type { NoteKind } from '../../../db/closed-lists'
import { comparable } from '../../text/plain-form'
import { datesIn } from '../../i18n/dates'
import { proposeChildText, type MarkedParagraph } from '../child-text-template'
// Records are written in Swedish (språklag 2009:600 10 §), and so is the child's text.
import templates from './child-text-templates.json'
import type { ReviewValues } from './review-values'
import type { VoicedParagraph } from './suggested-paragraphs'

type ProposalFacts = {
  childName: string
  authorName: string
  eventAt: Date
  now: Date
  /** As suggested or decided; what the form says of them counts. */
  voices: readonly VoicedParagraph[]
}

/** Only fills in empty texts, and approves nothing. */
export function withProposedChildText(values: ReviewValues, facts: ProposalFacts): ReviewValues {
  const proposal = proposeChildText(
    values.kind as NoteKind,
    {
      language: 'sv',
      childName: facts.childName,
      participants: othersIn(values.participants, facts),
      eventDay: dayInWords(facts),
      paragraphs: facts.voices.map((paragraph) => markedAs(paragraph, values, facts)),
    },
    templates,
  )
  if (!proposal) return values
  return {
    ...values,
    childTitle: values.childTitle || proposal.title,
    childText: values.childText || proposal.text,
    childTextEasy: values.childTextEasy || proposal.easyText,
    isChildTextApproved: false,
  }
}

/** The child's own words are told from what others have said. */
function markedAs(
  paragraph: VoicedParagraph,
  { voices }: ReviewValues,
  { childName }: ProposalFacts,
): MarkedParagraph {
  const { voice, speaker } = voices[paragraph.number] ?? paragraph
  const { text } = paragraph
  if (voice !== 'statement') return { voice, text }
  return { voice: comparable(speaker).split(' ')[0] === comparable(childName) ? 'own' : 'other', text }
}

/** Without the child and the author. Reads "Tindra Ek, Marie Ek och Mira Sandell". */
function othersIn(participants: string, { childName, authorName }: ProposalFacts): string[] {
  return participants
    .split(/,|\boch\b/)
    .map((name) => name.trim().split(' ')[0] ?? '')
    .filter((name) => name !== '' && name !== childName && name !== authorName)
}

/** "i dag", "i går", otherwise "tisdag 14 april". */
function dayInWords({ eventAt, now }: ProposalFacts): string {
  const dates = datesIn('sv', now)
  return dates.when(eventAt).replace(` ${dates.time(eventAt)}`, '')
}
