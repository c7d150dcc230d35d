import { expect, test } from 'vitest'
import { findDatesAndTimes } from './dates-and-times.ts'
import { textWords } from './text-words.ts'

const momentsIn = async (text: string) =>
  (await findDatesAndTimes(text, await textWords(text))).map(({ kind, text, suggestion }) =>
    suggestion === undefined ? `${kind} ${text}` : `${kind} ${text} → ${suggestion}`,
  )

test.each([
  ['Vi ses den 16 juni klockan 15.', ['date 16 juni', 'time klockan 15']],
  ['Vi ses den 16 juni 2026.', ['date 16 juni 2026']],
  ['Vi ses den tredje mars.', ['date tredje mars → 3 mars']],
  ['Den trettioförsta december 2026.', ['date trettioförsta december 2026 → 31 december 2026']],
  ['Den tredje Mars', ['date tredje Mars → 3 mars']],
  ['Senast 2026-03-12 eller 12/3.', ['date 2026-03-12', 'date 12/3']],
  ['Hon är inlagd till torsdag.', ['date torsdag']],
  ['Det är svårt på söndagar i mars.', []],
  ['Hembesök klockan 16 till 17.30.', ['time klockan 16 till 17.30']],
  ['Hembesök kl. 14.00-15.30 hos dem.', ['time kl. 14.00-15.30']],
  ['Hon kom 14:40.', ['time 14:40']],
  ['Hon kom klockan halv tre och gick.', ['time klockan halv tre']],
  ['Hon kom klockan kvart över två i dag.', ['time klockan kvart över två']],
  ['Hon kom klockan tre i dag.', ['time klockan tre']],
  ['Klockan är hennes. Klockan halv.', []],
  ['Det är 99 mars och den första.', []],
  ['Den 16. Juni är här.', []],
  ['25.70 och 3.7 kronor', []],
  ['', []],
])('in "%s"', async (text, moments) => {
  expect(await momentsIn(text)).toEqual(moments)
})

test('offsets tell where the words stand', async () => {
  const text = 'Vi ses den tredje mars klockan 15.'
  for (const { start, end, text: found } of await findDatesAndTimes(text, await textWords(text)))
    expect(text.slice(start, end)).toBe(found)
})
