import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'

const address = '/handlaggare/enkatresultat'
const autumn = storyId('survey_round', 'family 2025 autumn')
const spring = storyId('survey_round', 'family 2026 spring')
const ofAnotherUnit = storyId('survey_round', 'reception 2026 spring')

test('four children are two dots at every question, on the page and in the files, and the page says why', async ({
  requestAs,
}) => {
  const asked = await requestAs('jonas')
  const page = await (await asked.get(`${address}?omgang=${autumn}&enkat=child`)).text()
  expect(page).toContain('För få svar för att visas. Minst 5 behövs.')
  const rows = page.match(/<tr role="row"><th scope="row"[^>]*>.*?<\/tr>/gs)!
  const ofAutumn = rows.filter((row) => row.includes('data-column="Hösten 2025"'))
  expect(ofAutumn.length).toBeGreaterThan(6)
  for (const row of ofAutumn)
    expect(row).toMatch(/data-column="Hösten 2025"[^>]*><span>(<span>)?<span aria-hidden="true">\.\.</)
  const sheet = await (await asked.get(`${address}/csv`)).text()
  const lines = sheet.split('\r\n').filter((line) => line.startsWith('Hösten 2025;Enheten;Barn till'))
  expect(lines.length).toBeGreaterThan(6)
  for (const line of lines) expect(line).toMatch(/;\.\.;\.\.;dolt$/)
})

test('six hundred answers are told question by question, beside earlier rounds and the municipality', async ({
  requestAs,
}) => {
  const page = await (
    await (await requestAs('jonas')).get(`${address}?omgang=${spring}&enkat=authority-guardian`)
  ).text()
  expect(page).toContain('Våren 2026')
  expect(page).toMatch(/data-column="Våren 2025"[^>]*><span>\d\d\s%/)
  expect(page).toMatch(/data-column="Hela kommunen"[^>]*><span>\d\d\s%/)
  expect(page).not.toContain('För få svar')
})

test('the files hold the figures of the page, with what is counted and the source', async ({ requestAs }) => {
  const asked = await requestAs('jonas')
  const { metadata, figures } = (await (await asked.get(`${address}/json`)).json()) as {
    metadata: Record<string, unknown>
    figures: { answers: number | null; percent: number | null; says: string; area: string; year: number }[]
  }
  expect(metadata['unit']).toBe('Barn och familj')
  expect(metadata['source']).toContain('Källa')
  for (const { answers, says, percent } of figures) {
    if (answers !== null) expect(answers).toBeGreaterThanOrEqual(10)
    if (says === 'exact') expect(answers! * (1 - percent! / 100)).toBeGreaterThan(4)
  }
  const delivery = await (await asked.get(`${address}/skr`)).text()
  const [head, ...lines] = delivery.trimEnd().split('\r\n')
  expect(head).toBe('\uFEFFKommun;År;Respondentgrupp;Nyckeltal;Fråga;Antal svar;Andel positiva svar')
  expect(lines.length).toBeGreaterThan(10)
  for (const line of lines) expect(line).toMatch(/;2026;[^;]+;[NU]\d{5};[^;]+;(\d+|\.\.);(\d+|\.\.)$/)
})

test('another unit’s round is not there, nor is what is no round', async ({ requestAs }) => {
  const asked = await requestAs('jonas')
  for (const query of [
    `?omgang=${ofAnotherUnit}`,
    '?omgang=%00',
    '?omgang=',
    `?omgang=${spring}&enkat=nobodys`,
  ])
    expect((await asked.get(`${address}${query}`)).status(), query).toBe(404)
})

for (const path of [address, `${address}/csv`, `${address}/json`, `${address}/skr`]) {
  test(`${path} is for staff: a person and a stranger are sent to sign in`, async ({ requestAs }) => {
    for (const who of ['tindra', null] as const) {
      const answer = await (await requestAs(who)).get(path)
      expect(answer.status()).toBe(303)
      expect(answer.headers()['location']).toContain('/handlaggare/logga-in')
    }
  })
}
