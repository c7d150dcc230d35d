import { scaleOf, type ChoiceItem, type Instrument } from '../../app/survey/instrument.ts'

/** So many who answered a form, of whom such a share is content at first. */
export type Answering = { people: number; content: number }

/**
 * Made-up answers to a form, the same at every seeding: contact and information are answered best, change least well
 * (SKR 2023), some leave a question out, and children more often do not know.
 * @returns one object a person, item to answer, as survey.response keeps it
 */
export function madeUpAnswers(
  instrument: Instrument,
  { people, content }: Answering,
  seed: string,
): Record<string, string | string[]>[] {
  const next = chance(seed)
  const items = instrument.items.filter((item) => item.kind !== 'text')
  return Array.from({ length: people }, () => {
    const mood = (next() - 0.5) * 0.3
    return Object.fromEntries(
      items.flatMap((item): [string, string | string[]][] => {
        const answer = answerTo(item, {
          instrument,
          content: content + mood + moods[item.qualityArea ?? 'overall'],
          next,
        })
        return answer.length > 0 ? [[item.id, answer]] : []
      }),
    )
  })
}

const moods = {
  reachability: 0.06,
  information: 0.09,
  treatment: 0.03,
  participation: -0.08,
  change: -0.12,
  overall: 0,
}

type Answer = { instrument: Instrument; content: number; next: () => number }

/** Empty: left out. */
function answerTo(item: ChoiceItem, { instrument, content, next }: Answer): string | string[] {
  const { options } = scaleOf(instrument, item)
  if (next() < 0.04) return ''
  if (item.kind === 'choices') return options.filter(() => next() < 0.35).map(({ id }) => id)
  const outside = options.filter(({ positive }) => positive === null)
  if (outside.length > 0 && next() < 0.06) return outside[0]!.id
  const isContent = next() < content
  const side = options.filter(({ positive }) => positive === isContent)
  return side[Math.min(Math.floor(next() ** 1.3 * side.length), side.length - 1)]!.id
}

/** Mulberry32 from a name. */
function chance(name: string): () => number {
  let state = Buffer.from(name).reduce((sum, byte) => Math.imul(sum, 31) + byte, 7) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
