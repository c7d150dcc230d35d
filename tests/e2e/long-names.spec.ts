import { expect, test } from '../support/browser-test'
import { tindrasCase } from '../support/asked'
import { pagesOf } from '../support/every-page'
import { expectNoSidewaysScroll, expectSoundPage } from '../support/page-checks'
import { idOf } from '../support/people'

// Names of one very long word, and of one name only.
const long = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft'.repeat(2)

test(
  'no name is too long for a page, and one name is enough',
  { tag: '@phone' },
  async ({ pageAs, town, setLook }) => {
    await town.owner.query(
      `update person set given_name = case id when $2 then '' else $3 end, family_name = $3 where municipality_id = $1`,
      [town.id, idOf('tindra'), long],
    )
    await town.owner.query(
      'update staff_member set given_name = $2, family_name = $2 where municipality_id = $1',
      [town.id, long],
    )
    for (const reader of ['tindra', 'peter', 'mira', 'jonas'] as const) {
      const page = await pageAs(reader)
      await setLook(page, 'sv')
      for (const address of pagesOf[reader]) {
        await page.goto(address)
        await expectSoundPage(page, 'sv')
        await expectNoSidewaysScroll(page, 320)
      }
    }
  },
)

test('a team leader changes a number in two steps', { tag: '@without-script' }, async ({ pageAs, town }) => {
  const old = await town.number('tindra')
  const page = await pageAs('jonas')
  await page.goto(`/handlaggare/arenden/${tindrasCase}`)
  await page.getByRole('link', { name: 'Byt nummer för Tindra Ek' }).click()
  await page.getByLabel('Nytt nummer').fill('20070561-2398')
  await page.getByRole('button', { name: 'Visa vad som händer' }).click()
  await expect(page.getByRole('heading', { name: 'Ska Tindra Ek få det nya numret?' })).toBeVisible()
  await expect(page.getByText('20070561-2398')).toBeVisible()
  await expectNoSidewaysScroll(page, 320)
  await page.getByRole('button', { name: 'Byt nummer' }).click()
  await expect(page.getByRole('heading', { name: 'Numret är bytt' })).toBeVisible()
  expect(page.url()).not.toMatch(/2007|2398/)
  const { rows } = await town.owner.query('select from former_number where municipality_id = $1', [town.id])
  expect([old.length, rows.length]).toEqual([12, 1])
})
