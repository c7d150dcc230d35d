import type { DocumentBlock, DocumentContent } from '../content/content.ts'
import { factsBlock, points, section } from './blocks.ts'
import type { DecisionFacts, DocumentFacts, UrgentFacts } from './decision-facts.ts'
import { citation } from '../law.ts'
import { swedishDay } from './swedish-days.ts'

export function contentOf(facts: DocumentFacts, title: string, blocks: DocumentBlock[]): DocumentContent {
  return {
    title,
    language: 'sv',
    issuer: { name: facts.municipality, unit: facts.board },
    reference: facts.diaryNumber,
    blocks: [...blocks, ...attachments(facts)],
  }
}

export function decisionHead(facts: DecisionFacts, validity: string): DocumentBlock {
  return factsBlock([
    ['Beslutet gäller', facts.concerns],
    ['Datum', decidedWhen(facts)],
    ['Diarienummer', facts.diaryNumber],
    ['Har bestämt', decidedBy(facts)],
    ['Föredragande', facts.rapporteur],
    ['Gäller', validity],
  ])
}

export const reasons = (facts: DecisionFacts) => section('Skäl', ...facts.reasons)

export function theChild(facts: DecisionFacts): DocumentBlock[] {
  return [
    ...section(`Vad ${facts.concerns} tycker`, ...facts.childView),
    ...section('Så har vi tänkt på barnets bästa', ...facts.bestInterests),
  ]
}

export function whoDecided(facts: DecisionFacts, urgent?: UrgentFacts): DocumentBlock[] {
  const meeting = urgent?.meetingOn ? `, den ${swedishDay(urgent.meetingOn)}` : ''
  return section(
    'Vem som har bestämt',
    `${decidedBy(facts)}, den ${decidedWhen(facts)}.`,
    ...(urgent ? [urgent.cannotWait, `Beslutet anmäls till nämnden vid nästa sammanträde${meeting}.`] : []),
  )
}

/** For decisions that may be appealed. Each person's last day is counted from their own receipt, so none is said here. */
export function howToAppeal(facts: DecisionFacts, answer: string): DocumentBlock[] {
  const inSentence = facts.board.replace(/^\p{Lu}(?=\p{Ll})/u, (initial) => initial.toLowerCase())
  const board = `${inSentence} i ${facts.municipality}`
  return section(
    'Om du inte håller med',
    `${answer} Ditt överklagande ska vara hos oss inom tre veckor från den dag du fick beslutet (${citation('FL 44', facts.on)}).`,
    points(
      'Skriv vilket beslut det gäller och hur du vill att det ska ändras.',
      'Skriv varför du tycker att det är fel.',
      `Skicka det till ${board}, inte till domstolen. Vi hjälper dig om du vill.`,
    ),
    'Ändrar vi inte beslutet så som du vill skickar vi det vidare till förvaltningsrätten, som prövar det.',
  )
}

function decidedBy({ decidedBy: { name, position, authority } }: DecisionFacts): string {
  return [name, position, authority].filter(Boolean).join(', ')
}

const decidedWhen = ({ on, at }: DecisionFacts) =>
  at ? `${swedishDay(on)} klockan ${at.replace(':', '.')}` : swedishDay(on)

const attachments = (facts: DocumentFacts) =>
  facts.attachments.length > 0 ? section('Bilagor', points(...facts.attachments)) : []
