import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonKey, StaffKey } from '../../db/seed/people'
import { eliasCase, leosCase, tindrasCase } from '../../tests/support/asked'
import { attach, attachAsStaff, draftOf, pdfSaying, sent, thursday } from '../../tests/support/attached'
import { foundInClear } from '../../tests/support/found-in-clear'
import { testKeys } from '../../tests/support/keys'
import { idOf, municipalityOf } from '../../tests/support/people'
import { phonePicture } from '../../tests/support/pictures'
import { openStories, storyTime, type Stories } from '../../tests/support/stories'
import { listAttachments, listStaffAttachments } from './list-attachments'
import { readAttachment, readStaffAttachment } from './read-attachment'
import { removeAttachment, removeStaffAttachment } from './remove-attachment'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
  // The stories have files of their own; here those are counted that are added.
  await stories.owner.query('delete from attachment')
})
afterEach(() => stories.close())

const minuteLater = new Date(storyTime.getTime() + 60_000)

const listed = (who: PersonKey, where: Parameters<typeof listAttachments>[1], when?: Date) =>
  stories.asPerson(who, (tx) => listAttachments(tx, where), when)
const listedByStaff = (who: StaffKey, when?: Date, isDraft = false) =>
  stories.asStaff(who, (tx) => listStaffAttachments(tx, { threadId: thursday, isDraft }), when)
const opened = (
  who: PersonKey,
  attachmentId: string,
  where: { caseId?: string; threadId?: string | null } = {},
) =>
  stories.asPerson(who, (tx) =>
    readAttachment(tx, { caseId: tindrasCase, threadId: thursday, ...where, attachmentId, keys: testKeys }),
  )
const openedByStaff = (who: StaffKey, attachmentId: string, threadId = thursday, when?: Date) =>
  stories.asStaff(who, (tx) => readStaffAttachment(tx, { threadId, attachmentId, keys: testKeys }), when)
const left = async () =>
  (await stories.owner.query('select id from attachment order by added_at, id')).rows.length
const readings = async () =>
  (
    await stories.owner.query(
      `select actor_kind as by, case_id as "caseId", thread_id as "threadId", attachment_id as id
         from audit_event where action = 'readAttachment' order by at, actor_kind`,
    )
  ).rows as unknown[]

test('a file on a draft is its writer’s alone; when it is sent the caseworkers of the case open it, and both readings are written', async () => {
  const bytes = pdfSaying('Läkarintyg')
  const draft = await draftOf(stories, 'tindra')
  const { id, outcome } = await attach(stories, 'tindra', draft, { bytes, name: 'C:\\Läkarintyg.pdf' })
  expect(outcome).toBe('added')
  const file = {
    id,
    messageId: draft,
    isOurs: true,
    name: 'Läkarintyg.pdf',
    type: 'application/pdf',
    size: bytes.length,
    state: 'clean',
  }
  expect(await listed('tindra', { draftId: draft })).toEqual([file])
  expect(await opened('tindra', id, { threadId: null })).toEqual({ bytes, type: 'application/pdf' })
  expect(await listedByStaff('mira')).toEqual([])
  expect(await openedByStaff('mira', id)).toBeNull()
  expect(await readings()).toEqual([])

  await sent(stories, draft)
  expect(await listed('tindra', { draftId: draft })).toEqual([])
  expect(await listed('tindra', { threadId: thursday })).toEqual([file])
  expect(await listedByStaff('mira')).toEqual([{ ...file, isOurs: false }])
  expect(await openedByStaff('mira', id)).toEqual({ bytes, type: 'application/pdf' })
  expect(await opened('tindra', id)).toEqual({ bytes, type: 'application/pdf' })
  const where = { caseId: tindrasCase, threadId: thursday, id }
  expect(await readings()).toEqual([
    { by: 'person', ...where },
    { by: 'staff', ...where },
  ])
})

test('the other side sees a file when it can read its message, and not while it can be taken back', async () => {
  const draft = await draftOf(stories, 'tindra')
  const { id } = await attach(stories, 'tindra', draft)
  await sent(stories, draft, thursday, minuteLater)
  expect(await listedByStaff('mira')).toEqual([])
  expect(await openedByStaff('mira', id)).toBeNull()
  expect(await listedByStaff('mira', minuteLater)).toMatchObject([{ id }])
  expect(await openedByStaff('mira', id, thursday, minuteLater)).not.toBeNull()
})

test('a caseworker’s file goes with the answer it was added to, whatever key the page sends it by', async () => {
  const { id, outcome } = await attachAsStaff(stories, 'mira', thursday)
  expect(outcome).toBe('added')
  expect(await listedByStaff('mira', undefined, true)).toMatchObject([{ id, isOurs: true }])
  for (const colleague of ['samira', 'jonas'] as const) {
    expect(await listedByStaff(colleague, undefined, true)).toEqual([])
    expect(await openedByStaff(colleague, id)).toBeNull()
  }
  expect(await listed('tindra', { threadId: thursday })).toEqual([])
  const key = randomUUID()
  await stories.owner.query('begin')
  await stories.owner.query(
    `insert into message (municipality_id, id, thread_id, from_staff_id, text, sent_at, readable_from)
     values ($1, $2, $3, $4, 'Här är kallelsen.', $5, $5)`,
    [municipalityOf('mira'), key, thursday, idOf('mira'), storyTime],
  )
  await stories.owner.query('delete from message_draft where from_staff_id = $1', [idOf('mira')])
  await stories.owner.query('commit')
  expect(await listed('tindra', { threadId: thursday })).toMatchObject([
    { id, messageId: key, isOurs: false },
  ])
  expect(await opened('tindra', id)).toMatchObject({ bytes: pdfSaying('Kallelse') })
})

test('an answer taken back into what was begun after it has the files of both, the same one once', async () => {
  const { id: first } = await attachAsStaff(stories, 'mira', thursday, { bytes: pdfSaying('Ett') })
  const { rows } = await stories.owner.query<{ id: string }>('select id from message_draft')
  const before = rows[0]!.id
  await sent(stories, before, thursday, minuteLater)
  await attachAsStaff(stories, 'mira', thursday, { bytes: pdfSaying('Ett') })
  const { id: second } = await attachAsStaff(stories, 'mira', thursday, { bytes: pdfSaying('Två') })
  await stories.owner.query('begin')
  await stories.owner.query('delete from message where id = $1', [before])
  await stories.owner.query('update message_draft set id = $1', [before])
  await stories.owner.query('commit')
  const files = await listedByStaff('mira', undefined, true)
  expect(files.map(({ id }) => id).sort()).toEqual([first, second].sort())
  expect(await left()).toBe(2)
})

test('a message taken back keeps its files as its draft, in whatever order that is done; a draft thrown away takes them with it', async () => {
  const draft = await draftOf(stories, 'tindra')
  const { id } = await attach(stories, 'tindra', draft)
  await sent(stories, draft, thursday, minuteLater)
  await stories.owner.query('begin')
  await stories.owner.query('delete from message where id = $1', [draft])
  await draftOf(stories, 'tindra', { id: draft })
  await stories.owner.query('commit')
  expect(await listed('tindra', { draftId: draft })).toMatchObject([{ id }])
  await stories.owner.query('delete from message_draft where id = $1', [draft])
  expect(await left()).toBe(0)
})

test('a message that is erased takes its files with it', async () => {
  const draft = await draftOf(stories, 'tindra')
  await attach(stories, 'tindra', draft)
  await sent(stories, draft)
  await stories.owner.query('delete from message where id = $1', [draft])
  expect(await left()).toBe(0)
})

test('a file is taken off one’s own draft, and never off what was sent', async () => {
  const draft = await draftOf(stories, 'tindra')
  const { id } = await attach(stories, 'tindra', draft)
  const remove = (who: PersonKey, caseId = tindrasCase) =>
    stories.asPerson(who, (tx) => removeAttachment(tx, { caseId, attachmentId: id }))
  expect(await remove('marie')).toBe(false)
  expect(await remove('tindra', eliasCase)).toBe(false)
  const asStaff = { threadId: thursday, attachmentId: id }
  expect(await stories.asStaff('mira', (tx) => removeStaffAttachment(tx, asStaff))).toBe(false)
  expect(await remove('tindra')).toBe(true)
  const again = await attach(stories, 'tindra', draft)
  await sent(stories, draft)
  const late = { caseId: tindrasCase, attachmentId: again.id }
  expect(await stories.asPerson('tindra', (tx) => removeAttachment(tx, late))).toBe(false)
  expect(await left()).toBe(1)
})

test.each<[PersonKey, string]>([
  ['marie', tindrasCase],
  ['peter', tindrasCase],
  ['tindra', eliasCase],
  ['leo', leosCase],
])('%s adds nothing to a draft that is not theirs in that case', async (who, caseId) => {
  const draft = await draftOf(stories, 'tindra')
  expect((await attach(stories, who, draft, { caseId })).outcome).toBeNull()
  expect(await left()).toBe(0)
})

test.each<PersonKey>(['marie', 'peter', 'sara', 'leo'])('for %s there is no file of hers', async (who) => {
  const draft = await draftOf(stories, 'tindra')
  const { id } = await attach(stories, 'tindra', draft)
  expect(await opened(who, id, { threadId: null })).toBeNull()
  await sent(stories, draft)
  expect(await listed(who, { threadId: thursday })).toEqual([])
  expect(await opened(who, id)).toBeNull()
  expect(await readings()).toEqual([])
})

test.each<StaffKey>(['olle', 'hanna', 'eva', 'nils'])(
  'for %s, without the case, there is no file and no way to add one',
  async (who) => {
    const draft = await draftOf(stories, 'tindra')
    const { id } = await attach(stories, 'tindra', draft)
    await sent(stories, draft)
    expect(await listedByStaff(who)).toEqual([])
    expect(await openedByStaff(who, id)).toBeNull()
    expect((await attachAsStaff(stories, who, thursday)).outcome).toBeNull()
    expect(await readings()).toEqual([])
    expect(await left()).toBe(1)
  },
)

test('a file opens where it was sent and nowhere else', async () => {
  const draft = await draftOf(stories, 'tindra')
  const { id } = await attach(stories, 'tindra', draft)
  await sent(stories, draft)
  expect(await opened('tindra', id, { threadId: null })).toBeNull()
  expect(await opened('tindra', id, { threadId: randomUUID() })).toBeNull()
  expect(await opened('tindra', id, { caseId: eliasCase })).toBeNull()
  expect(await openedByStaff('mira', id, randomUUID())).toBeNull()
})

test('no byte of a file lies readable in the database, and sealed for another file it does not open', async () => {
  const draft = await draftOf(stories, 'tindra')
  const { id } = await attach(stories, 'tindra', draft, { bytes: pdfSaying('Ordet som ingen ser') })
  const other = await attach(stories, 'tindra', draft, { bytes: await phonePicture(), name: 'a.jpg' })
  expect(await foundInClear(stories.owner, 'Ordet som ingen ser')).toEqual([])
  await stories.owner.query(
    'update attachment set sealed = (select sealed from attachment where id = $1) where id = $2',
    [id, other.id],
  )
  await expect(opened('tindra', other.id, { threadId: null })).rejects.toThrow()
})
