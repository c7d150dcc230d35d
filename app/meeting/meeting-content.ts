import type { DocumentBlock, DocumentContent } from '../document/content/content'
import { plainLines } from '../document/content/plain-text'
import { swedishDay } from '../document/decision/swedish-days'
import { stockholmClock } from '../calendar/stockholm-moment'
import type { Matter, Meeting, MeetingPackage } from './meetings'

/** The package of a meeting as one document, in official Swedish: the page and the PDF are both drawn from it. */
export function meetingContent(
  municipality: string,
  meeting: Meeting,
  { members, matters }: MeetingPackage,
): DocumentContent {
  return {
    title: `Handlingar till ${meeting.committee} ${swedishDay(meeting.heldOn)}`,
    language: 'sv',
    issuer: { name: municipality, unit: meeting.committee },
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: 'Tid', value: `${swedishDay(meeting.heldOn)} klockan ${meeting.startsAt}` },
          { label: 'Plats', value: meeting.place },
          { label: 'Ledamöter', value: members.map(({ name, title }) => `${name} (${title})`).join(', ') },
        ],
      },
      { kind: 'heading', level: 2, text: 'Innehåll' },
      matters.length === 0
        ? { kind: 'paragraph', text: 'Inget är anmält till mötet än.' }
        : { kind: 'list', ordered: true, items: matters.map(entryOf) },
      ...matters.flatMap((matter, index) => blocksOf(matter, index + 1)),
    ],
  }
}

const whatIs = ({ decidedAt }: Matter) => (decidedAt ? 'Anmälan av beslut' : 'Ärende')
const entryOf = (matter: Matter) => `${whatIs(matter)}: ${matter.title} (${matter.caseNumber})`

function blocksOf(matter: Matter, number: number): DocumentBlock[] {
  const { title, content } = matter
  return [
    { kind: 'heading', level: 2, text: `${number}. ${whatIs(matter)}: ${title}` },
    { kind: 'facts', rows: factsOf(matter) },
    ...whyAlone(matter),
    ...content.blocks.map((block): DocumentBlock =>
      block.kind === 'heading' ? { ...block, level: 3 } : block,
    ),
  ]
}

function factsOf(matter: Matter) {
  const { caseNumber, datedOn, version, decidedAt, law, ground, byName, byTitle, isOnPaper } = matter
  const handling = [
    { label: 'Ärende', value: caseNumber },
    { label: 'Handling', value: `daterad ${swedishDay(datedOn)}, version ${version}` },
  ]
  if (!decidedAt) return [...handling, { label: 'Anmält av', value: `${byName}, ${byTitle}` }]
  const { day, time } = stockholmClock(decidedAt)
  return [
    ...handling,
    { label: 'Beslutat', value: `${swedishDay(day)} klockan ${time.replace(':', '.')}` },
    { label: 'Beslutat av', value: `${byName}, ${byTitle}${isOnPaper ? ' (undertecknat på papper)' : ''}` },
    { label: 'Lagrum', value: `${law}, ${ground}` },
  ]
}

function whyAlone({ cannotWait }: Matter): DocumentBlock[] {
  if (cannotWait === null) return []
  return [
    { kind: 'heading', level: 3, text: 'Varför nämnden inte kunde väntas in' },
    ...plainLines(cannotWait).map((text): DocumentBlock => ({ kind: 'paragraph', text })),
  ]
}
