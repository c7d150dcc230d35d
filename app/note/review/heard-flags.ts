import { findNamesAtStart } from '../../text/names-at-start.ts'
import { foundInTurns, giveWay } from '../../text/give-way.ts'
import { nameParts, nearestName } from '../../text/name-key.ts'
import type { PlainWords } from '../../text/plain-words.ts'
import type { FlagKind, ReviewFlag } from '../../text/review-flags.ts'
import type { TextWord } from '../../text/text-words.ts'
import type { Doubt } from '../../dictation/speech/hallucination-judge.ts'
import { doubtfulQuestions } from './doubtful-questions.ts'
import type { HeardWord, SpokenWord } from './spoken-words.ts'

/** Only what comes from speech has these. */
type HeardKind = Doubt | 'command' | 'question'
export type CheckFlag = Omit<ReviewFlag, 'kind'> & { kind: FlagKind | HeardKind }

type Heard = { words: readonly HeardWord[]; names: readonly string[] }

/** They may stand around other flags: "0 7 0 1 1 1 1" is repeated, and every number in it is a stop too. */
export async function heardFlags(read: PlainWords, { words, names }: Heard): Promise<CheckFlag[]> {
  const flag = (kind: HeardKind | 'name', { start, end }: { start: number; end: number }): CheckFlag => {
    return { kind, start, end, text: read.written.slice(start, end), origin: 'speech' }
  }
  await giveWay()
  const commands = runsOf(words, ({ mayBeCommand }) => (mayBeCommand ? 'command' : null))
  const doubts = runsOf(words, ({ doubt }) => doubt ?? null)
  await giveWay()
  const questions = await doubtfulQuestions(read.written, words)
  const parts = nameParts(names)
  const atStart = await foundInTurns(await namesAtStart(read, { words, names }), (word) => ({
    ...flag('name', word),
    ...withSuggestion(word, parts),
  }))
  return [
    ...[...commands, ...doubts].map(({ kind, ...run }) => flag(kind, run)),
    ...questions.map((question) => flag('question', question)),
    ...atStart,
  ]
}

type Run = { kind: HeardKind; start: number; end: number }

/** Words next to each other are one run, within a phrase. */
function runsOf(words: readonly HeardWord[], kindOf: (word: SpokenWord) => HeardKind | null): Run[] {
  const runs: Run[] = []
  let last: { kind: HeardKind | null; segment: number } | null = null
  for (const { machine, start, end } of words) {
    const kind = machine && kindOf(machine)
    const isNext = last !== null && kind === last.kind && machine?.segment === last.segment
    if (kind && isNext) runs.at(-1)!.end = end
    else if (kind) runs.push({ kind, start, end })
    last = machine && { kind, segment: machine.segment }
  }
  return runs
}

async function namesAtStart(read: PlainWords, { words, names }: Heard): Promise<TextWord[]> {
  const spoken = new Set(words.flatMap(({ machine, start }) => (machine ? [start] : [])))
  const found = await findNamesAtStart(read.plain.text, read.words, names)
  return found.map(read.plain.asWritten).filter(({ start }) => spoken.has(start))
}

function withSuggestion(word: TextWord, parts: readonly string[]): { suggestion?: string } {
  const suggestion = nearestName(word.text, parts)
  return suggestion === undefined ? {} : { suggestion }
}
