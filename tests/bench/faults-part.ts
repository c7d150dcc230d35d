import { isUnderWay, type Round } from './fault-round.ts'
import { number, type Part } from './report.ts'

/** Rounds of one process, each of so many parts of sound and phrases. */
export type Faults = { name: string; rounds: Round[]; parts: number; phrases: number }

type Counted = 'parts' | 'stray' | 'notes' | 'written' | 'doubled' | 'lost'

export function faultsPart(faults: readonly Faults[], seed: number): Part {
  const sum = ({ rounds }: Faults, of: Counted) => rounds.reduce((total, round) => total + round[of], 0)
  const sent = ({ rounds, parts }: Faults) => rounds.length * parts
  const all = (of: (one: Faults) => number) => faults.reduce((total, one) => total + of(one), 0)
  return {
    section: {
      heading: 'What a kill loses',
      about:
        'A caseworker makes a note by its form and dictates in it with the page’s own sender; at a random moment between ' +
        'the form and the word that the last sound is sent, the process is killed with SIGKILL (PostgreSQL: all of its ' +
        `processes) and started again at once. Moments from the seed ${seed}. A part is counted as stored with the ` +
        'same SHA-256 and, decrypted, the same bytes; a note when it is one, with one draft and one recording; a phrase ' +
        'as doubled also when it is out of order or overlaps the one before. The transcriber is the real one with ' +
        'tests/speech/dictation.wav, its phrases told by when they were said; the others are measured with an engine ' +
        'that counts sentences, so that every text is known. A second of sound takes 0.1 s, to the transcriber ' +
        '0.25 s. Rounds go on until so many have been killed with text still to come. The time is from the kill to the next text, and holds what sound was still to come for it.',
      columns: [
        'process',
        'rounds',
        'of them with text still to come',
        'parts sent / stored',
        'notes made / there',
        'phrases expected / written',
        'doubled',
        'lost',
        'longest s to the next text',
      ],
      rows: faults.map((one) => [
        one.name,
        String(one.rounds.length),
        String(one.rounds.filter(isUnderWay).length),
        `${sent(one)} / ${sum(one, 'parts')}`,
        `${one.rounds.length} / ${sum(one, 'notes')}`,
        `${one.rounds.length * one.phrases} / ${sum(one, 'written')}`,
        String(sum(one, 'doubled')),
        String(sum(one, 'lost')),
        number(Math.max(...one.rounds.map(({ secondsToText }) => secondsToText ?? 0))),
      ]),
    },
    checks: [
      none(
        'parts of sound lost',
        all((one) => sent(one) - sum(one, 'parts')),
      ),
      none(
        'parts stored that were not sent',
        all((one) => sum(one, 'stray')),
      ),
      none(
        'notes that are not one',
        all((one) => one.rounds.length - sum(one, 'notes')),
      ),
      none(
        'phrases lost',
        all((one) => sum(one, 'lost')),
      ),
      none(
        'phrases doubled',
        all((one) => sum(one, 'doubled')),
      ),
    ],
  }
}

const none = (name: string, found: number) => {
  return { name: `${name} when processes are killed`, found, limit: 0, rule: 'atMost' } as const
}
