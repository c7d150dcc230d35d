import { afterAll, expect, test } from 'vitest'
import { openSurveyWorld, type SurveyWorld } from '../support/survey-world'

// Somebody reads every table as its owner, sees who was asked and in which order everybody answered, and guesses. What
// they must not do is better than chance. 1,000 rounds of ten; the same guesses succeed where nothing is shuffled.
const rounds = 1_000
const roundsOfWords = 100
const each = 10
const chance = 1 / each
const picks = ['home', 'school', 'friends', 'myself']

const worlds: SurveyWorld[] = []
afterAll(() => Promise.all(worlds.map((world) => world.close())))

const inOrder = <T>(things: readonly T[]): T[] => [...things]

/** Ten answers that can be told apart, one for each who answers. */
const pickOf = (who: number) => picks.filter((_pick, bit) => ((who + 1) >> bit) & 1)
const wordsOf = (who: number) => `Jag är ${who}`

/** Each row of what was put down, in the orders that a reader of the tables can take it. */
const readings = {
  'as it lies': `select answers->'gotBetter' as said from survey.response where round_id = $1 order by ctid`,
  'by id': `select answers->'gotBetter' as said from survey.response where round_id = $1 order by id`,
  'by age of row': `select answers->'gotBetter' as said from survey.response where round_id = $1 order by age(xmin) desc, cmin::text, ctid desc`,
}
const readingsOfWords = {
  'words, as they lie': `select words as said from survey.free_text where round_id = $1 order by ctid`,
  'words, by id': `select words as said from survey.free_text where round_id = $1 order by id`,
}

type Play = { rounds: number; shuffle: boolean; answer: (who: number) => Record<string, string | string[]> }

async function play(world: SurveyWorld, { rounds, shuffle, answer }: Play) {
  // Without the gaps between earlier rows, which would lay these out of order by themselves.
  await world.stories.owner.query('truncate survey.response, survey.free_text')
  const found = await world.openRounds(rounds, each)
  // Where order is to tell, one after another: two who write at once lie where they happen to.
  const atOnce = shuffle ? 8 : 1
  for (let at = 0; at < found.length; at += atOnce) {
    await Promise.all(
      found.slice(at, at + atOnce).map(async ({ codes }) => {
        for (const [who, code] of codes.entries()) expect(await world.answer(code, answer(who))).toBe(true)
      }),
    )
  }
  await world.mix(undefined, shuffle ? undefined : inOrder)
  return found
}

type Guess = { found: readonly { id: string }[]; sql: string; said: (who: number) => unknown }

/** The share of answers that are given to the right person by who takes the first row for the first who answered. */
async function guess(world: SurveyWorld, { found, sql, said }: Guess): Promise<number> {
  let right = 0
  for (const { id } of found) {
    const { rows } = await world.stories.owner.query<{ said: unknown }>(sql, [id])
    expect(rows).toHaveLength(each)
    right += rows.filter((row, who) => JSON.stringify(row.said) === JSON.stringify(said(who))).length
  }
  return right / (found.length * each)
}

/** Of a fair draw one is right in each round, give or take one. Five times that fails once in two million runs. */
function expectChance(reading: string, share: number, rounds: number): void {
  const deviation = 1 / (each * Math.sqrt(rounds))
  console.info(
    `${reading}: ${share.toFixed(4)} of ${rounds * each}, chance ${chance} ± ${(1.96 * deviation).toFixed(4)}`,
  )
  expect(Math.abs(share - chance)).toBeLessThan(5 * deviation)
}

test(
  'whoever reads every table, and saw who answered after whom, matches answers to people no better than chance',
  { timeout: 900_000 },
  async () => {
    const world = await openSurveyWorld()
    worlds.push(world)
    const found = await play(world, { rounds, shuffle: true, answer: (who) => ({ gotBetter: pickOf(who) }) })
    for (const [reading, sql] of Object.entries(readings))
      expectChance(reading, await guess(world, { found, sql, said: pickOf }), rounds)
  },
)

test('the same of what was said in words', { timeout: 300_000 }, async () => {
  const world = await openSurveyWorld()
  worlds.push(world)
  const answer = (who: number) => ({ c7: wordsOf(who) })
  const found = await play(world, { rounds: roundsOfWords, shuffle: true, answer })
  for (const [reading, sql] of Object.entries(readingsOfWords))
    expectChance(reading, await guess(world, { found, sql, said: wordsOf }), roundsOfWords)
})

test('where nothing is shuffled the same guesses are right every time', { timeout: 120_000 }, async () => {
  const world = await openSurveyWorld(inOrder)
  worlds.push(world)
  const answer = (who: number) => ({ gotBetter: pickOf(who), c7: wordsOf(who) })
  const found = await play(world, { rounds: 20, shuffle: false, answer })
  const asItLies = { found, sql: readings['as it lies'], said: pickOf }
  expect(await guess(world, asItLies)).toBe(1)
  expect(await guess(world, { found, sql: readingsOfWords['words, as they lie'], said: wordsOf })).toBe(1)
})
