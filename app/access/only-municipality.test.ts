import pg from 'pg'
import { expect, test } from 'vitest'
import { connect } from '../../db/connect'
import { storiesDatabase, testDatabase, type TestDatabase } from '../../tests/support/database'
import { storyTime } from '../../tests/support/stories'
import type { Visitor } from '../visitor/visitor'
import { showOnlyMunicipality } from './only-municipality'

async function shownIn({ portalUrl }: TestDatabase, isAway = false) {
  const database = connect(portalUrl, () => undefined)
  const visitor: Visitor = {
    language: 'sv',
    textSize: 'normal',
    signedIn: null,
    municipalityName: null,
    secondsLeft: null,
    holder: null,
  }
  if (isAway) await database.close()
  const returned = await showOnlyMunicipality({ database, now: () => storyTime, visitor })
  if (!isAway) await database.close()
  return [returned, visitor.municipalityName]
}

async function withOneMunicipality(): Promise<TestDatabase> {
  const urls = await testDatabase()
  const owner = new pg.Client(urls.ownerUrl)
  await owner.connect()
  await owner.query(
    `insert into municipality (id, name, phone) values (gen_random_uuid(), 'Ekdala kommun', '08-465 004 00')`,
  )
  await owner.end()
  return urls
}

test('the one municipality of an installation is named before anybody signs in', async () => {
  expect(await shownIn(await withOneMunicipality())).toEqual(['Ekdala kommun', 'Ekdala kommun'])
})

test('where there are several, none is named', async () => {
  expect(await shownIn(await storiesDatabase())).toEqual([null, null])
})

test('while the database is away the page goes without', async () => {
  expect(await shownIn(await withOneMunicipality(), true)).toEqual([null, null])
})
