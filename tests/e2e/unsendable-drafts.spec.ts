import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import type { Town } from '../support/town'

const tindras = `/arenden/${storyId('case', 'EK-2026-0412')}`
const meeting = storyId('appointment', 'tindra/wednesday')
const words = 'Hunden och skolan'

const main = (page: Page) => page.getByRole('main')

/** What Tindra wanted to bring up at a meeting that has begun. */
async function tooLate({ owner, id }: Town): Promise<string> {
  const draft = randomUUID()
  await owner.query(
    `insert into message_draft (municipality_id, id, case_id, from_person_id, form, appointment_id, text, saved_at)
     select $1, $2, a.case_id, p.person_id, 'point', a.id, $3, '2026-09-14 20:00+02'
       from appointment a
       join appointment_participant p on p.municipality_id = $1 and p.appointment_id = a.id and p.person_id = $5
      where a.municipality_id = $1 and a.id = $4`,
    [id, draft, words, meeting, storyId('person', 'tindra')],
  )
  await owner.query(
    `update appointment set starts_at = '2026-09-14 21:00+02', ends_at = '2026-09-14 22:00+02' where municipality_id = $1 and id = $2`,
    [id, meeting],
  )
  return draft
}

test(
  'words for a meeting that has begun are found, read and thrown away, and it is said that they cannot be sent',
  { tag: ['@without-script', '@phone'] },
  async ({ pageAs, town }) => {
    const draft = await tooLate(town)
    const page = await pageAs('tindra')
    await page.goto(`${tindras}/fragor`)
    await expect(
      main(page).getByRole('heading', { level: 2, name: 'Går inte att skicka längre' }),
    ).toBeVisible()
    await main(page).getByRole('link', { name: words }).click()
    await expect(page).toHaveURL(`${tindras}/kom-inte-ivag?utkast=${draft}`)
    await expect(main(page).locator('textarea')).toHaveValue(words)
    await expect(main(page)).toContainText('Det här kom aldrig iväg.')
    await expect(main(page).getByRole('link', { name: 'måndag 14 september kl. 21.00' })).toHaveAttribute(
      'href',
      `${tindras}/tider/${meeting}`,
    )
    // Nothing is promised: there is one button, and it does not send.
    await expect(main(page).getByRole('button')).toHaveText(['Släng utkast'])
    await main(page).getByRole('button').click()
    await expect(page).toHaveURL(`${tindras}/fragor`)
    await expect(main(page)).not.toContainText(words)
    await page.goBack()
    await expect(main(page)).not.toContainText(words)
  },
)

test('whoever it does not belong to gets what they would get of one that is not there', async ({
  requestAs,
  town,
}) => {
  const draft = await tooLate(town)
  for (const who of ['marie', 'peter'] as const) {
    const request = await requestAs(who)
    const ask = async (id: string) => {
      const answer = await request.get(`${tindras}/kom-inte-ivag?utkast=${id}`)
      return [answer.status(), answer.headers()['location'], (await answer.text()).includes(words)]
    }
    expect(await ask(draft), who).toEqual(await ask(randomUUID()))
    expect((await ask(draft))[2]).toBe(false)
    const thrown = await request.post(`${tindras}/kom-inte-ivag`, { form: { draft } })
    const nothing = await request.post(`${tindras}/kom-inte-ivag`, { form: { draft: randomUUID() } })
    expect(thrown.status(), who).toBe(nothing.status())
  }
  const own = await requestAs('tindra')
  for (const odd of ['', '%00', 'a'.repeat(4000), `${draft}'`, '%ff', `${draft}&utkast=${randomUUID()}x`]) {
    const answer = await own.get(`${tindras}/kom-inte-ivag?utkast=${odd}`)
    // The first of two is the one that is asked for.
    expect(answer.status(), odd).toBe(odd.startsWith(`${draft}&`) ? 200 : 303)
  }
  expect((await town.owner.query('select from message_draft where id = $1', [draft])).rowCount).toBe(1)
})
