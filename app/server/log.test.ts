import { expect, test } from 'vitest'
import { PassThrough } from 'node:stream'
import { createLog } from './log.ts'

test('names, numbers, cookies, texts and tokens are never written, wherever a library puts them', () => {
  const written = capture({
    personalIdentityNumber: '201001012382',
    user: { name: 'Tindra Ek', given_name: 'Tindra' },
    req: { headers: { cookie: 'sid=secret' }, body: 'text' },
    tokens: { id_token: 'eyJ', access_token: 'abc', code: 'xyz' },
    remark: { text: 'jag är rädd' },
  })
  expect(written).not.toMatch(/201001012382|Tindra|secret|eyJ|abc|xyz|rädd/)
})

test('a database error keeps its code and place, not the row it speaks of', () => {
  const error = Object.assign(new Error('duplicate key: Key (id_number_hash)=(abc) exists'), {
    code: '23505',
    constraint: 'person_pkey',
    detail: 'Key (given_name)=(Tindra)',
  })
  const written = capture({ error })
  expect(written).toContain('23505')
  expect(written).not.toMatch(/Tindra|abc/)
})

function capture(fields: object): string {
  const stream = new PassThrough()
  const log = createLog('info', stream)
  log.info(fields, 'line')
  return String(stream.read())
}

test('log lines are JSON with a time in UTC', () => {
  const line = JSON.parse(capture({})) as { time: string; msg: string }
  expect(line.msg).toBe('line')
  expect(line.time).toMatch(/Z$/)
})
