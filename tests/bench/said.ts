import { spokenNumbers } from '../support/spoken-numbers.ts'
import type { Said } from './kept.ts'
import { pageParts } from './page-parts.ts'
import { phraseEnds, readClip, stretch } from './speech.ts'

/** So many sentences, each told from the others by an engine that counts: every one is expected word for word. */
export function saidNumbers(phrases: number): Said {
  return {
    parts: pageParts(spokenNumbers(phrases)),
    phrases,
    phrasesIn: ({ text }) => [...text.matchAll(/Mening (\d+)\./g)].map(([, number]) => Number(number) - 1),
  }
}

/** A clip of tests/speech: its phrases are told by the time at which they end, whatever the engine writes. */
export async function saidPhrases(name: string): Promise<Said> {
  const clip = await readClip(name)
  const ends = phraseEnds(clip)
  // A tenth of a second before its end a phrase is surely being said.
  const moments = ends.map((end) => end * 1000 - 100)
  return {
    parts: pageParts(stretch(clip, 0, clip.seconds)),
    phrases: ends.length,
    phrasesIn: ({ kind, from, to, text }) =>
      kind === 'speech' && text !== ''
        ? [...moments.keys()].filter((at) => within(moments[at]!, from, to))
        : [],
  }
}

const within = (moment: number, from: number, to: number) => moment >= from && moment < to
