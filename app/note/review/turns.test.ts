import { expect, test } from 'vitest'
import { turnsOfOthers } from '../../../tests/support/turns-of-others'
import { mergingHeard } from '../../dictation/text/merge-heard'
import { stepsInTurns } from '../../text/give-way'
import type { Phrase } from '../draft/phrases'
import { finalDifferences, machineText } from './final-differences'
import { spokenWords } from './spoken-words'

const words = 20_000
const text = 'punkt hon '.repeat(words / 2)
const phrase: Phrase = {
  number: 1,
  recordingId: 'r1',
  kind: 'speech',
  start: 0,
  end: 900,
  text,
  words: [],
  finalText: text,
  finalWords: null,
  finalDecided: null,
  mode: 'spoken',
  hasSound: false,
}

test.each([
  [2, 'the text of the machine', () => machineText([phrase])],
  [2, 'a draft', () => stepsInTurns(mergingHeard({ text: '', mergedTo: 0 }, [phrase]))],
  [3, 'a list of words', () => spokenWords([phrase])],
  [4, 'a comparison', () => finalDifferences(text, [phrase])],
])(
  'others get their turn every hundred words all the %s times a very long phrase is read for %s',
  async (times, _, make) => {
    expect(await turnsOfOthers(make)).toBeGreaterThan((times * words) / 100)
  },
)
