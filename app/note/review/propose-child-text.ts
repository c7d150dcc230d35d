import type { NoteKind } from '../../../db/closed-lists'
import { datesIn } from '../../i18n/dates'
import { proposeChildText } from '../child-text-template'
// Records are written in Swedish (språklag 2009:600 10 §), and so is the child's text.
import templates from './child-text-templates.json'
import type { ReviewValues } from './review-values'

type ProposalFacts = { childName: string; authorName: string; eventAt: Date; now: Date }

/** Only fills in empty texts, and approves nothing. */
export function withProposedChildText(values: ReviewValues, facts: ProposalFacts): ReviewValues {
  const proposal = proposeChildText(
    values.kind as NoteKind,
    {
      language: 'sv',
      childName: facts.childName,
      participants: othersIn(values.participants, facts),
      eventDay: dayInWords(facts),
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
