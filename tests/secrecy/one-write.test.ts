import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseQuestion } from '../../app/case/case-page.ts'
import { homeQuestion } from '../../app/case/home.ts'
import { staffCaseQuestion } from '../../app/case/staff/open-case.ts'
import { documentQuestion } from '../../app/document/read-document.ts'
import { noteQuestion } from '../../app/note/read-note.ts'
import { connect, type Database } from '../../db/connect.ts'
import type { Holder, SessionToken } from '../../db/opening.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { tindrasCase } from '../support/asked.ts'
import { idOf, sessionFor } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'
import { openWire, type Wire, type WireMessage } from '../support/wire.ts'

// A page that asks one thing sends its opening, its question and its end before it has any answer. What is sent behind an
// opening that is refused must do nothing.
let stories: Stories
let wire: Wire
let database: Database

beforeAll(async () => {
  stories = await openStories()
  wire = await openWire(stories.portalUrl)
  database = connect(wire.url, (error) => {
    throw error
  })
})

afterAll(async () => {
  await database.close()
  await wire.close()
  await stories.close()
})

const noteId = storyId('note', 'A1')
const noteRead = () => noteQuestion(tindrasCase, noteId, true)

async function readings(): Promise<number> {
  const { rows } = await stories.owner.query<{ count: number }>(
    `select count(*)::int as count from audit_event where action = 'readNote' and note_id = $1`,
    [noteId],
  )
  return rows[0]!.count
}

const query = 'Q'
const row = 'D'
const error = 'E'
const complete = 'C'

const isEnd = ({ type, text }: WireMessage) => type === query && /^(commit|rollback); reset role/.test(text)
const answers = (type: string) =>
  wire.log.filter((each) => each.from === 'database' && each.type === type).map(({ text }) => text)

async function ask<Row>(token: SessionToken, question: CompiledQuery<Row>, holder: Holder = 'person') {
  // The connection itself is made first.
  await database.answers()
  wire.log.length = 0
  wire.holdUntil((sent) => sent.some(isEnd))
  return database.ask(holder, token, storyTime, question)
}

const documentId = storyId('document', 'tindra/basis')
const pages = {
  home: homeQuestion({ canSign: true }),
  case: caseQuestion(tindrasCase),
  note: noteQuestion(tindrasCase, noteId, true),
  document: documentQuestion(tindrasCase, documentId, true),
} satisfies Record<string, CompiledQuery<{ page: unknown }>>

test('so does the case page of staff, which is written as opened once', async () => {
  const opened = async () =>
    (
      await stories.owner.query(`select from audit_event where action = 'readCase' and case_id = $1`, [
        tindrasCase,
      ])
    ).rowCount!
  const before = await opened()
  const token = await sessionFor(stories.owner, 'mira')
  const answer = await ask(token, staffCaseQuestion(tindrasCase, 1), 'staff')
  expect(answer?.rows[0]?.page).toMatchObject({ id: tindrasCase })
  const sent = wire.log.filter(({ from }) => from === 'portal')
  expect(sent.filter(({ type }) => type === query)).toHaveLength(2)
  expect(wire.log.slice(0, sent.length).every(({ from }) => from === 'portal')).toBe(true)
  expect(await opened()).toBe(before + 1)
})

test.each(Object.entries(pages))(
  'the %s page sends opening, question and end before the database has answered anything',
  async (_name, question: CompiledQuery<{ page: unknown }>) => {
    const token = await sessionFor(stories.owner, 'tindra')
    const answer = await ask(token, question)
    expect(answer?.subject.subjectId).toBe(idOf('tindra'))
    expect(JSON.stringify(answer?.rows[0]?.page)).toContain(tindrasCase)
    const sent = wire.log.filter(({ from }) => from === 'portal').map(({ type }) => type)
    expect(sent.filter((type) => type === query)).toHaveLength(2)
    expect(wire.log.slice(0, sent.length).every(({ from }) => from === 'portal')).toBe(true)
  },
)

test.each([
  ['a token that was never given', (token: SessionToken) => ({ ...token, hash: Buffer.alloc(32, 7) })],
  ['a token of another municipality', (token: SessionToken) => ({ ...token, municipalityId: idOf('mira') })],
])('behind %s nothing of the page is run or returned, and all is rolled back', async (_what, forge) => {
  const token = forge(await sessionFor(stories.owner, 'tindra'))
  const before = await readings()
  expect(await ask(token, noteRead())).toBeNull()
  const end = wire.log.findIndex(({ type, text }) => type === complete && text === 'ROLLBACK\0')
  expect(wire.log.slice(0, end).filter(({ from, type }) => from === 'database' && type === row)).toEqual([])
  expect(answers(error).map(codeOf)).toEqual(['28000', '25P02'])
  expect(answers(complete)).not.toContain('COMMIT\0')
  expect(await readings()).toBe(before)
})

test('behind a session that has ended nothing is run, and the next question is answered on the same connection', async () => {
  const token = await sessionFor(stories.owner, 'tindra')
  await stories.owner.query(`update session set seen_at = now() - interval '1 hour' where token_hash = $1`, [
    token.hash,
  ])
  const before = await readings()
  expect(await ask(token, noteRead())).toBeNull()
  expect(await readings()).toBe(before)
  const living = await sessionFor(stories.owner, 'tindra')
  expect((await ask(living, noteRead()))?.rows[0]?.page?.versions).toHaveLength(1)
  expect(await readings()).toBe(before + 1)
})

test('a question that fails is rolled back with its own error, and leaves nothing to the next', async () => {
  const token = await sessionFor(stories.owner, 'tindra')
  const before = await readings()
  const failing = CompiledQuery.raw(
    `select 1 / (select count(*)::int from person_read_note('${noteId}') where false)`,
  )
  await expect(ask(token, failing)).rejects.toMatchObject({ code: '22012' })
  expect(answers(complete)).not.toContain('COMMIT\0')
  expect(await readings()).toBe(before)
  expect((await ask(token, CompiledQuery.raw('select current_user as who')))?.rows).toEqual([
    { who: 'person' },
  ])
})

test('what was asked without leave to keep it is rolled back', async () => {
  const token = await sessionFor(stories.owner, 'tindra')
  const before = await readings()
  wire.log.length = 0
  const answer = await database.undone.ask('person', token, storyTime, noteRead())
  expect(answer?.rows[0]?.page?.versions).toHaveLength(1)
  expect(await readings()).toBe(before)
})

test('a second transaction cannot be opened by what is sent behind the first', async () => {
  const token = await sessionFor(stories.owner, 'tindra')
  const opening = CompiledQuery.raw('select * from session_open_transaction($1, $2, $3, $4)', [
    'person',
    token.municipalityId,
    token.hash,
    storyTime,
  ])
  await expect(ask(token, opening)).rejects.toMatchObject({ code: '42501' })
})

const codeOf = (text: string) => /C([0-9A-Z]{5})\0/.exec(text)?.[1]
