import { createSecretKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { testKeysText } from '../../tests/support/keys.ts'
import type { DataKeys } from '../../app/person/data-keys.ts'
import { seedSettings } from './settings.ts'

const env = { DATABASE_URL: 'postgres://owner@localhost/portal', DATA_KEYS: testKeysText }

test('without a number the stories are asked for, with the keys of the portal', () => {
  const { ownerUrl, keys } = seedSettings([], env) as { ownerUrl: string; keys: DataKeys }
  expect(ownerUrl).toBe(env.DATABASE_URL)
  expect(keys.lookup.equals(createSecretKey(Buffer.alloc(32, 1)))).toBe(true)
})

test('a number asks for so many cases, and needs no keys', () => {
  expect(seedSettings(['--cases', '2000'], { DATABASE_URL: env.DATABASE_URL })).toEqual({
    ownerUrl: env.DATABASE_URL,
    cases: 2000,
  })
})

test.each([
  ['production', [], { ...env, NODE_ENV: 'production' }, /NODE_ENV is production/],
  ['no address of a database', [], { DATA_KEYS: testKeysText }, /DATABASE_URL is missing/],
  ['no keys for the stories', [], { DATABASE_URL: env.DATABASE_URL }, /DATA_KEYS is missing/],
  ['a broken key', [], { ...env, DATA_KEYS: 'lookup=abc' }, /DATA_KEYS: .*not 32 bytes/],
  ['no cases', ['--cases', '0'], env, /whole number from 1 to 1000000, not "0"/],
  ['fewer than no cases', ['--cases=-5'], env, /not "-5"/],
  ['half a case', ['--cases', '1.5'], env, /not "1.5"/],
  ['a word for a number', ['--cases', 'many'], env, /not "many"/],
  ['too many cases', ['--cases', '1000001'], env, /not "1000001"/],
  ['a number left out', ['--cases'], env, /--cases/],
  ['an unknown option', ['--case', '5'], env, /--case/],
  ['a word too many', ['5'], env, /'5'/],
])('%s is refused with a reason', (_what, args, environment, reason) => {
  expect(() => seedSettings(args, environment)).toThrow(reason)
})
