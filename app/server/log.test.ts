import { spawn } from 'node:child_process'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
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

test.each([
  ['leaves by itself', ''],
  ['is told to leave', 'process.exit(0)'],
  ['falls over an error', 'throw new Error()'],
])('a program that %s has written all its lines', async (_how, ending) => {
  const program = programSaying(`for (let n = 0; n < 500; n += 1) log.info({ n }, 'line'); ${ending}`)
  const lines = (await text(program.stdout)).trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { n: number }).n)).toEqual([...Array(500).keys()])
})

test('an error is written at once with the lines before it, however busy the program stays', async () => {
  const program = programSaying(`log.info('before'); log.error('error'); for (;;);`)
  let written = ''
  program.stdout.on('data', (chunk: Buffer) => void (written += chunk.toString()))
  await expect.poll(() => written.match(/before|error/g), { timeout: 10_000 }).toEqual(['before', 'error'])
  program.kill('SIGKILL')
})

test('a line is written while the program goes on', async () => {
  const program = programSaying(`log.info('line'); setInterval(() => {}, 60_000)`)
  let written = ''
  program.stdout.on('data', (chunk: Buffer) => void (written += chunk.toString()))
  await expect.poll(() => written, { timeout: 10_000 }).toContain('line')
  program.kill('SIGKILL')
})

function programSaying(words: string) {
  const program = `import { createLog } from './app/server/log.ts'; const log = createLog('info'); ${words}`
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}
