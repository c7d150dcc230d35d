import { expect, test } from '../support/browser-test'

test(
  'Jonas goes from the times of documentation to the key figures of his unit, and each plot has its table',
  { tag: '@without-script' },
  async ({ pageAs }) => {
    const jonas = await pageAs('jonas')
    await jonas.goto('/handlaggare/statistik')
    await jonas.getByRole('link', { name: 'Nyckeltal' }).click()
    await expect(jonas.getByRole('heading', { level: 1, name: 'Nyckeltal' })).toBeVisible()
    await expect(jonas.getByRole('link', { name: 'Nyckeltal' })).toHaveAttribute('aria-current', 'true')

    const followUps = jonas.getByRole('figure', { name: 'Vad det blev av planerade uppföljningar' })
    await expect(followUps.getByRole('img')).toHaveAccessibleName(/Kvartal 2, 2026: 81\s%\.$/)
    await expect(followUps.getByRole('row', { name: /Kvartal 2, 2026/ })).toHaveText(
      /Kvartal 2, 202681\s%13\s%3\s%3\s%32/,
    )

    const assessed = jonas.getByRole('figure', { name: /^Förhandsbedömning inom 14 dagar/ })
    await expect(assessed).toContainText('Socialtjänstlag (2025:400) 20 kap. 2 §')
    await expect(assessed.getByRole('row', { name: /Kvartal 1, 2025/ })).toContainText('inte mätt')
    const investigated = jonas.getByRole('figure', { name: /^Utredning inom 4 månader/ })
    await expect(investigated.getByRole('row', { name: /Kvartal 3, 2025/ })).toContainText('dolt, för få')
    const survey = jonas.getByRole('figure', { name: 'Erbjudna enkäten' })
    await expect(survey.getByRole('row', { name: /Våren 2026/ })).toHaveText(/Våren 2026861$/)
    for (const figure of await jonas.getByRole('figure').all()) {
      await expect(figure.getByRole('img')).toBeVisible()
      await expect(figure.getByRole('table')).toBeVisible()
    }
  },
)

test('in Arabic time runs from right to left, in plots too', async ({ pageAs, setLook }) => {
  const jonas = await pageAs('jonas')
  const yearsIn = async () => {
    const survey = jonas.getByRole('figure').filter({ hasText: /861/ })
    const texts = survey.locator('svg text').filter({ hasText: /^(402|388|861)$/ })
    const shown = await texts.evaluateAll((all) =>
      all.map((text) => ({ words: text.textContent, x: text.getBoundingClientRect().x })),
    )
    return shown.toSorted((a, b) => a.x - b.x).map(({ words }) => words)
  }
  await jonas.goto('/handlaggare/nyckeltal')
  expect(await yearsIn()).toEqual(['402', '388', '861'])
  await setLook(jonas, 'ar')
  await jonas.goto('/handlaggare/nyckeltal')
  await expect(jonas.getByRole('heading', { level: 1 })).toHaveText('المؤشرات الرئيسية')
  expect(await yearsIn()).toEqual(['861', '388', '402'])
})

test('nothing of it exists for a caseworker, and no way leads there', async ({ requestAs }) => {
  const mira = await requestAs('mira')
  expect(await (await mira.get('/handlaggare/statistik')).text()).not.toContain('nyckeltal')
  for (const address of ['/handlaggare/nyckeltal', '/handlaggare/nyckeltal/export']) {
    const answer = await mira.get(address)
    expect(answer.status()).toBe(404)
    expect(await answer.text()).not.toMatch(/Barn och familj|81\s%|0,81/)
  }
})

test('the figures are a spreadsheet in which each line says what it is', async ({ requestAs }) => {
  const answer = await (await requestAs('jonas')).get('/handlaggare/nyckeltal/export')
  expect(answer.status()).toBe(200)
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="nyckeltal.csv"',
    'cache-control': 'no-store',
  })
  const [head, ...lines] = (await answer.body()).toString('utf8').split('\r\n')
  expect(head).toBe(
    '\uFEFFPeriod;Nyckeltal;Mått;Värde;Enhet;Antal barn eller personer;Tid;Källa;Så räknas det',
  )
  const starting = (start: string) => lines.filter((line) => line.startsWith(start))
  expect(starting('2026-K2;Förhandsbedömning inom 14 dagar;I tid;0,93;andel;59;inom 14 dagar;')).toHaveLength(
    1,
  )
  expect(starting('2025-K3;Utredning inom 4 månader;I tid;..;andel;..;inom 4 månader;')).toHaveLength(1)
  expect(starting('2026-V;Erbjudna enkäten;Personer;861;personer;861;;;')).toHaveLength(1)
})
