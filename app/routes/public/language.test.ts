import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { idOf } from '../../../tests/support/people'
import { holderField } from '../../ui/form/holder'
import { action } from './language'

let world: DeskWorld
beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())

const choose = (who: 'mira' | null, fields: Record<string, string>) =>
  world.ask(who, action, { params: {}, method: 'POST', body: new URLSearchParams(fields) })

const languagesOf = async () => {
  const { rows } = await world.stories.owner.query<{ who: string; language: string }>(
    `select given_name as who, language from staff_member where given_name in ('Mira', 'Samira') order by 1`,
  )
  return rows.map(({ who, language }) => `${who} ${language}`)
}

const cases = '/handlaggare/arenden'

test('a caseworker chooses the language of her own pages, and the log has it', async () => {
  const mark = world.markOf('mira')
  const answer = await choose('mira', { language: 'fi', returnTo: cases, [holderField]: mark })
  expect(answer.headers.get('Location')).toBe(cases)
  expect(await languagesOf()).toEqual(['Mira fi', 'Samira sv'])
  const { rowCount } = await world.stories.owner.query(
    `select from audit_event where action = 'changedSettings' and actor_kind = 'staff' and actor_id = $1`,
    [idOf('mira')],
  )
  expect(rowCount).toBe(1)
})

test('on the page where staff sign in it is the choice of the browser alone', async () => {
  const before = await languagesOf()
  const answer = await choose(null, { language: 'ar', returnTo: '/handlaggare/logga-in' })
  expect(answer.headers.get('Set-Cookie')).toContain('language=ar')
  expect(await languagesOf()).toEqual(before)
})
