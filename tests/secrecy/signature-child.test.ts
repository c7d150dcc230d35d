import { afterEach, beforeEach, expect, test } from 'vitest'
import { storyId } from '../../db/seed/story-id.ts'
import { idOf } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

const custody = storyId('document', 'elias/custody')

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

/** Gives the child all of the decision to read, from nine on the stories' day. */
async function releasedToElias(born: string): Promise<number> {
  const { owner } = stories
  await owner.query('update person set birth_date = $1 where id = $2', [born, idOf('elias')])
  await owner.query('delete from disclosure where document_id = $1 and person_id = $2', [
    custody,
    idOf('elias'),
  ])
  await owner.query(
    `insert into disclosure
     select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'person_id', $2::uuid,
                                                         'shown_from', timestamptz '2026-09-15 09:00+02'))).*
       from disclosure d where d.document_id = $1 and d.person_id = $3`,
    [custody, idOf('elias'), idOf('peter')],
  )
  const { rows } = await owner.query('select from signature_request where person_id = $1', [idOf('elias')])
  return rows.length
}

test.each([
  ['2011-09-15', 'on the fifteenth birthday', 1],
  ['2011-09-16', 'the day before it', 0],
  ['2018-03-05', 'at eight', 0],
])('a child born %s, who gets the decision %s, is asked for %d receipts', async (born, _, receipts) => {
  expect(await releasedToElias(born)).toBe(receipts)
})
