import { expect, test } from 'vitest'
import { attack, type Clue, type Target } from '../../../tests/support/suppression-attack.ts'
import type { CountedItem, ToldFigure, UnitAnswers } from './item-answers.ts'
import { itemTable } from './item-table.ts'
import { figuresTold, tellItem } from './tell-item.ts'

const minimums = { fewest: 5, published: 10 }
const ids = ['veryEasy', 'quiteEasy', 'quiteHard', 'veryHard', 'unsure']
const scale = [true, true, false, false, null]
const items: CountedItem[] = [
  { kind: 'choice', options: ids.map((id, place) => ({ id, positive: scale[place]! })) },
  { kind: 'choice', options: [0, 2, 4].map((place) => ({ id: ids[place]!, positive: scale[place]! })) },
  { kind: 'choices', options: ids.slice(0, 4).map((id) => ({ id, positive: true })) },
]

/** Mulberry32: the same municipalities at every run. */
function random(seed: number) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type World = { item: CountedItem; units: UnitAnswers[] }

/** One to four units, from nobody to a hundred answers to a question. */
function worldOf(seed: number): World {
  const next = random(seed)
  const item = items[seed % items.length]!
  const units = Array.from({ length: 1 + Math.floor(next() * 4) }, (_unit, place) => {
    const size = Math.floor(next() * 30)
    const chosen = new Map(item.options.map(({ id }) => [id, Math.floor(next() * size)]))
    const counts = [...chosen.values()]
    const answered = item.kind === 'choice' ? sum(counts) : Math.max(...counts) + Math.floor(next() * 8)
    return { roundId: `unit${place}`, answered, chosen }
  })
  return { item, units }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

// The reader's side: what a page or a file says, in unknown numbers of their own.

const cell = (roundId: string, option: string) => `${roundId}_${option}`
const roundsOf = ({ units }: World, roundId: string | null) =>
  units.map((unit) => unit.roundId).filter((each) => roundId === null || each === roundId)
const cellsOf = (world: World, roundId: string | null, options: string[]) =>
  roundsOf(world, roundId).flatMap((round) => options.map((option) => cell(round, option)))
const optionsWhere = ({ item }: World, is: (positive: boolean | null) => boolean) =>
  item.options.filter(({ positive }) => is(positive)).map(({ id }) => id)

function cluesOf(world: World, { roundId, option, answers, counted, leaning }: ToldFigure): Clue[] {
  const exactly = (of: string[], value: number | null) =>
    value === null ? [] : [{ of, from: value, to: value }]
  const isOne = world.item.kind === 'choice'
  const [yes, no] = [true, false].map((side) => optionsWhere(world, (positive) => positive === side))
  const everybody = isOne
    ? [cellsOf(world, roundId, [...yes!, ...no!])]
    : world.item.options.map(({ id }) => cellsOf(world, roundId, [id, `not_${id}`]))
  const [larger, smaller] = leaning === 'few' ? [no!, yes!] : [yes!, no!]
  return [
    ...everybody.flatMap((of) => exactly(of, answers)),
    ...exactly(cellsOf(world, roundId, option ? [option] : yes!), counted),
    ...(leaning
      ? [
          { of: cellsOf(world, roundId, larger), from: 5, to: Number.POSITIVE_INFINITY },
          { of: cellsOf(world, roundId, smaller), from: 0, to: 4 },
        ]
      : []),
  ]
}

function targetsOf(world: World): Target[] {
  const { item, units } = world
  const truth = new Map(
    units.flatMap(({ roundId, answered, chosen }) =>
      [...chosen].flatMap(([id, count]): [string, number][] => [
        [cell(roundId, id), count],
        [cell(roundId, `not_${id}`), answered - count],
      ]),
    ),
  )
  const groups = [
    ...item.options.map(({ id }) => [id]),
    ...(item.kind === 'choices' ? item.options.map(({ id }) => [`not_${id}`]) : []),
    ...(item.kind === 'choice'
      ? [[true], [false], [true, false]].map((sides) =>
          optionsWhere(world, (positive) => positive !== null && sides.includes(positive)),
        )
      : []),
  ]
  return [...units.map(({ roundId }) => roundId), null].flatMap((roundId) =>
    groups.map((options) => {
      const of = cellsOf(world, roundId, options)
      return {
        name: `${roundId ?? 'all'} ${options.join('+')}`,
        of,
        is: sum(of.map((each) => truth.get(each)!)),
      }
    }),
  )
}

const worlds = Array.from({ length: 240 }, (_world, seed) => worldOf(seed))

async function attackAll(tell: (world: World) => Promise<ToldFigure[]>) {
  const all = { tried: 0, recovered: 0, narrowed: 0, told: 0 }
  for (const world of worlds) {
    const told = await tell(world)
    const { tried, recovered, narrowed } = await attack(
      told.flatMap((figure) => cluesOf(world, figure)),
      targetsOf(world),
    )
    all.tried += tried
    all.recovered += recovered.length
    all.narrowed += narrowed.length
    all.told += told.length
  }
  return all
}

test('nothing that can be read of a question lets a number below five be worked out or narrowed down', async () => {
  const found = await attackAll(({ item, units }) => tellItem(item, units, minimums))
  process.stdout.write(
    `suppression attack: ${worlds.length} municipalities, ${found.told} figures told, ${found.tried} cells tried, recovered ${found.recovered}, narrowed ${found.narrowed}\n`,
  )
  expect(found.tried).toBeGreaterThan(1_000)
  expect(found.told).toBeGreaterThan(500)
  expect(found).toMatchObject({ recovered: 0, narrowed: 0 })
}, 240_000)

test('the same attack recovers some where only what is too small itself is hidden', async () => {
  const found = await attackAll(({ item, units }) => {
    const table = itemTable(item, units, minimums)
    const all = new Set(table.figures.map(({ key }) => key))
    return Promise.resolve(figuresTold(table, all, minimums))
  })
  process.stdout.write(
    `without complementary suppression: ${found.tried} cells tried, recovered ${found.recovered}, narrowed ${found.narrowed}\n`,
  )
  expect(found.recovered).toBeGreaterThan(20)
}, 240_000)
