import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { loginFault } from './login-role.ts'

test('the portal login may start', async () => {
  const { portalUrl } = await testDatabase()
  expect(await loginFault(portalUrl)).toBeNull()
})

test('the owner may not: it reads cases by itself', async () => {
  const { ownerUrl } = await testDatabase()
  expect(await loginFault(ownerUrl)).toMatch(/may read cases|may not take the roles/)
})

test('a database where the login may make temporary tables is refused: one could stand in for ours', async () => {
  const { ownerUrl, portalUrl } = await testDatabase()
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  await owner.query(`grant temporary on database ${owner.database} to public`)
  await owner.end()
  expect(await loginFault(portalUrl)).toMatch(/temporary tables/)
})

test('a database without the schema is named as such', async () => {
  const url = `postgres://portal:portal@127.0.0.1:${inject('postgresPort')}/postgres`
  expect(await loginFault(url)).toBe('names a database that is not migrated')
})

test('a database that does not answer is no fault of the setting', async () => {
  expect(await loginFault('postgres://portal:portal@127.0.0.1:1/none')).toBeNull()
})
