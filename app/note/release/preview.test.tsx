import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eliasCase, tindrasCase } from '../../../tests/support/asked'
import { readyDraft, withGrounds, type DraftNote } from '../../../tests/support/draft-note'
import { htmlOf } from '../../../tests/support/html'
import { idOf, sessionFor } from '../../../tests/support/people'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories'
import type { PersonKey, StaffKey } from '../../../db/seed/people'
import { NotePage } from '../note-page'
import { findNote, readNote, type FoundNote, type NoteVersion } from '../read-note'
import { prepareNote, readPreviewed } from './prepare-preview'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

async function previewed({ noteId }: DraftNote, reader: PersonKey, by: StaffKey = 'mira') {
  const token = await sessionFor(stories.owner, by)
  const personId = idOf(reader)
  return stories.database.lookAs(token, storyTime, {
    personId,
    prepare: (tx) => prepareNote(tx, { noteId, personId, now: storyTime }),
    read: (tx) => readPreviewed(tx, { caseId: tindrasCase, noteId }),
  })
}

const seen = ({ noteId }: DraftNote, reader: PersonKey) =>
  stories.asPerson(reader, async (tx) => {
    const note = await findNote(tx, tindrasCase, noteId)
    return note ? { note, versions: await readNote(tx, noteId) } : null
  })

const pageOf = (found: { note: FoundNote; versions: NoteVersion[] } | null) =>
  found && htmlOf(<NotePage {...found} wish={null} caseworker="Mira" />)

describe('a preview', () => {
  test.each([
    ['full', {}],
    ['partial', { ...withGrounds, title: 'Kort', text: 'Vi sågs.', groundTold: true }],
    ['title', { ...withGrounds, title: 'Kort' }],
    ['withheld', withGrounds],
    ['later', withGrounds],
  ] as const)(
    'at level %s is to the letter what the reader sees after the signature',
    async (level, values) => {
      const draft = await readyDraft(stories)
      await draft.decide('marie', { level, ...values })
      const before = {
        marie: pageOf(await previewed(draft, 'marie')),
        tindra: pageOf(await previewed(draft, 'tindra')),
      }
      await draft.sign()
      const after = { marie: pageOf(await seen(draft, 'marie')), tindra: pageOf(await seen(draft, 'tindra')) }
      expect(before).toEqual(after)
      expect(before.marie === null).toBe(level === 'withheld' || level === 'later')
    },
  )

  test('shows what will be seen later as it will be then', async () => {
    const draft = await readyDraft(stories)
    await draft.decide('marie', { level: 'full', day: '2026-09-20', time: '09:00' })
    expect((await previewed(draft, 'marie'))?.versions).toHaveLength(1)
  })

  test('leaves nothing behind', async () => {
    const draft = await readyDraft(stories)
    const all = async () => {
      const { rows } = await stories.owner.query<Record<string, unknown>>(
        `select (select jsonb_agg(v) from note_version v where v.note_id = $1) as versions,
                (select jsonb_agg(d order by d.person_id) from disclosure d where d.note_id = $1) as disclosures,
                (select count(*)::int from audit_event) as log, (select count(*)::int from documentation_time) as figures`,
        [draft.noteId],
      )
      return rows
    }
    const before = await all()
    await previewed(draft, 'tindra')
    expect(await all()).toEqual(before)
  })

  test.each([
    ['somebody of another case', 'mira', 'peter'],
    ['a reader, by a caseworker of another case', 'olle', 'tindra'],
  ] as const)('as %s is refused', async (_what, by, reader) => {
    const token = await sessionFor(stories.owner, by)
    const looked = await stories.database.lookAs(token, storyTime, {
      personId: idOf(reader),
      prepare: () => Promise.resolve(),
      read: () => Promise.resolve('seen'),
    })
    expect(looked).toBeNull()
  })

  test('shows no more than the reader may see of other cases either', async () => {
    const token = await sessionFor(stories.owner, 'samira')
    const found = await stories.database.lookAs(token, storyTime, {
      personId: idOf('peter'),
      prepare: () => Promise.resolve(),
      read: (tx) => tx.selectFrom('person_case').select('case_id').execute(),
    })
    expect(found).toEqual([{ case_id: eliasCase }])
  })
})
