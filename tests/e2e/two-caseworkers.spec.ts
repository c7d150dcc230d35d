import { randomUUID } from 'node:crypto'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'

test('what a caseworker writes while a colleague signs in here is kept in the field, and saved by nobody', async ({
  pageAs,
  town,
  origin,
}) => {
  const [noteId, versionId] = [randomUUID(), randomUUID()]
  await town.owner.query(
    `with n as (insert into note (municipality_id, id, case_id, kind, event_at, author_id)
                values ($1, $2, $3, 'meeting', '2026-09-14 10:00+02', $5) returning id)
     insert into note_version (municipality_id, id, note_id, number, title, paragraphs, origin, written_by, draft_text)
     select $1, $4, id, 1, 'Möte', '[]', 'typed', $5, 'Som det var.' from n`,
    [town.id, noteId, storyId('case', 'EK-2026-0412'), versionId, idOf('mira')],
  )
  const text = async () =>
    (
      await town.owner.query<{ draft_text: string }>(
        'select draft_text from note_version where municipality_id = $1 and id = $2',
        [town.id, versionId],
      )
    ).rows[0]!.draft_text
  const page = await pageAs('mira')
  const signIn = async (who: 'mira' | 'samira') =>
    page.context().addCookies([{ ...(await town.session(who)), url: origin }])
  await page.goto(`/handlaggare/anteckningar/${noteId}`)
  await signIn('samira')
  const field = page.getByLabel('Text', { exact: true })
  await field.fill('Bara från Mira.')
  await expect(page.getByText('Du är utloggad')).toBeVisible()
  expect(await text()).toBe('Som det var.')
  await signIn('mira')
  await expect.poll(text).toBe('Bara från Mira.')
  await expect(field).toHaveValue('Bara från Mira.')
})
