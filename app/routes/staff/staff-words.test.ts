import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eliasCase } from '../../../tests/support/asked'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { idOf } from '../../../tests/support/people'
import { kindsOfText, timesSent, type Send } from '../../../tests/support/staff-words'

const saras = '198801012389'
const finds = [
  [
    'a sibling’s name',
    'Även systern Yasmin kommer.',
    { warnings: [{ kind: 'unknownName', text: 'Yasmin' }] },
  ],
  ['a name of the case', 'Det har Sara sagt.', { warnings: [{ kind: 'name', text: 'Sara' }] }],
  ['an address', 'Det blir på Björkstigen 4.', { warnings: [{ kind: 'address', text: 'Björkstigen 4' }] }],
  [
    'a word of the case',
    'Det blir på Solgården.',
    { warnings: [{ kind: 'protectedPlace', text: 'Solgården' }] },
  ],
  ['a phone number', 'Numret är 08-465 004 71.', { warnings: [{ kind: 'phone', text: '08-465 004 71' }] }],
  ['a personal identity number', `Numret är ${saras}.`, { foreignNumbers: [saras], warnings: [] }],
] as const
const all = 'Ring Sara på 08-465 004 71. Yasmin är på Solgården, Björkstigen 4.'
// The reader's own name and number, the caseworker's name and phone, and the municipality's.
const allowed = 'Peter, 198512312391: ring Samira på +46 8 465 004 12 eller 08-465 004 00.'

async function open(): Promise<DeskWorld> {
  const world = await openDeskWorld()
  await world.stories.owner.query(
    `insert into case_word (municipality_id, case_id, word, added_by)
     select municipality_id, id, 'Solgården', $2 from case_file where id = $1`,
    [eliasCase, idOf('samira')],
  )
  return world
}

describe.each(Object.entries(kindsOfText))('of what Peter is to read, %s', (_kind, ready) => {
  let world: DeskWorld
  let send: Send
  beforeAll(async () => {
    world = await open()
    send = await ready(world)
  })
  afterAll(() => world.close())

  test.each(finds)(
    'is not sent with %s: it is shown, and every word is given back',
    async (_what, text, found) => {
      const refused = await send(text)
      expect(refused).toMatchObject({ status: 400, looked: [found] })
      expect(refused.looked[0]!.warnings).toHaveLength(found.warnings.length)
      expect(refused.body).toContain(text)
      expect(await timesSent(world, text)).toBe(0)
    },
  )

  test('is sent when it is said of each find that he may know it, but never with another’s number', async () => {
    const { looked } = await send(all)
    const keys = looked[0]!.warnings.map(({ key }) => key)
    expect(keys).toHaveLength(5)
    for (const key of keys) {
      const fewer = keys.filter((each) => each !== key)
      expect((await send(all, fewer)).status).toBe(400)
    }
    expect((await send(`${all} ${saras}`, keys)).status).toBe(400)
    expect(await timesSent(world, all)).toBe(0)
    expect((await send(all, keys)).status).toBe(303)
    expect(await timesSent(world, all)).toBe(1)
  })
})

test.each(Object.entries(kindsOfText))(
  '%s is sent at once with his own name and number and those of whom he calls',
  async (_kind, ready) => {
    const world = await open()
    const send = await ready(world)
    expect(await send(allowed)).toMatchObject({ status: 303 })
    expect(await timesSent(world, allowed)).toBe(1)
    await world.close()
  },
)
