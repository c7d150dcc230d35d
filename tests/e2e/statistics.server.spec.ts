import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import type { Town } from '../support/town'

// The stories stand in September: the second quarter is the newest that is finished.
async function signNotes(town: Town, authors: string) {
  await town.owner.query('delete from documentation_time where municipality_id = $1', [town.id])
  for (const [index, author] of authors.split('').entries()) {
    await town.owner.query(
      `insert into documentation_time (municipality_id, unit_id, signed_on, origin, engine, first_draft_seconds,
                                       dictation_seconds, edit_seconds, words, edited_words, author_pseudonym)
         values ($1, $2, '2026-05-04', 'spoken', '=kb-whisper', 40, 90, $3, 100, 7, sha256($4::text::bytea))`,
      [town.id, storyId('unit', 'family'), 200 + index, author],
    )
  }
}

test('the figures of a unit are a spreadsheet that Excel opens and no cell of which is run', async ({
  requestAs,
  town,
}) => {
  await signNotes(town, 'abcdefabcdef')
  const answer = await (await requestAs('mira')).get('/handlaggare/statistik/export')
  expect(answer.status()).toBe(200)
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="dokumentationstid.csv"',
    'cache-control': 'no-store',
  })
  const [head, ...lines] = (await answer.body()).toString('utf8').split('\r\n')
  expect(head).toMatch(/^\uFEFFKvartal;Hur texten kom till;Motor och modell;Antal anteckningar;/)
  expect(lines).toEqual([
    '2026-K2;Alla anteckningar;;12;40;90;210;0,07',
    '2026-K2;Dikterade;;12;40;90;210;0,07',
    "2026-K2;Dikterade;'=kb-whisper;12;40;90;210;0,07",
    '',
  ])
})

test('four authors are two dots on the page and in the spreadsheet, and the page says why', async ({
  requestAs,
  town,
}) => {
  await signNotes(town, 'abcdabcdabcd')
  const asked = await requestAs('jonas')
  const page = await (await asked.get('/handlaggare/statistik')).text()
  expect(page).toContain('Ännu för få för att visas')
  expect(page).toContain('färre än 5 personer')
  expect(page).not.toMatch(/\d min|\d s<|\d\s%/)
  const sheet = await (await asked.get('/handlaggare/statistik/export')).text()
  expect(sheet).toContain('2026-K2;Dikterade;;..;..;..;..;..')
})

for (const address of ['/handlaggare/statistik', '/handlaggare/statistik/export']) {
  test(`${address} is for staff: a person and a stranger are sent to sign in`, async ({ requestAs }) => {
    for (const who of ['tindra', null] as const) {
      const answer = await (await requestAs(who)).get(address)
      expect(answer.status()).toBe(303)
      expect(answer.headers()['location']).toContain('/handlaggare/logga-in')
    }
  })
}
