import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { pdfSaying } from '../support/attached'
import { heicPicture, phonePicture } from '../support/pictures'
import { answerOn } from '../support/same-answer'

const tindrasCase = `/arenden/${storyId('case', 'EK-2026-0412')}`
const eliasCase = `/arenden/${storyId('case', 'EK-2026-1187')}`
const miras = storyId('picture', 'mira')
const main = (page: Page) => page.getByRole('main')
const face = (page: Page) => main(page).locator('img.person-face')
const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click()
const words = (page: Page) => page.getByLabel(/^Några ord om dig/)
const described = (page: Page) => page.getByLabel(/^Beskriv bilden/)
const chosen = (page: Page) => page.getByLabel(/^(Bild på dig|En annan bild på dig)/)
const isShown = (page: Page) =>
  face(page).evaluate((shown: HTMLImageElement) => shown.decode().then(() => shown.naturalWidth))

test(
  'Samira tells who she is, with a picture; Sara sees it in her case, and Samira takes the picture away',
  { tag: '@without-script' },
  async ({ pageAs }) => {
    const sara = await pageAs('sara')
    await sara.goto(eliasCase)
    await expect(main(sara)).toContainText('Samira Dahlin')
    await expect(face(sara)).toHaveCount(0)

    const samira = await pageAs('samira')
    await samira.goto('/handlaggare')
    await main(samira).getByRole('link', { name: 'Om mig' }).click()
    await expect(samira.getByRole('heading', { level: 1 })).toHaveText('Om mig')
    await words(samira).fill('Hej! Jag heter Samira. Jag lyssnar gärna länge.')
    const taken = { name: 'Samira Dahlin.jpg', mimeType: 'image/jpeg', buffer: await phonePicture() }
    await chosen(samira).setInputFiles(taken)
    await save(samira)
    // Who cannot see it is told what it shows, or it is not there.
    await expect(samira.locator('.errors')).toContainText('Beskriv bilden för den som inte ser den.')
    await expect(samira.locator('.errors')).toContainText('Välj bilden igen')
    await expect(words(samira)).toHaveValue('Hej! Jag heter Samira. Jag lyssnar gärna länge.')
    await described(samira).fill('Samira ler.')
    await chosen(samira).setInputFiles({ name: 'a.HEIC', mimeType: 'image/heic', buffer: heicPicture() })
    await save(samira)
    await expect(samira.locator('.errors')).toContainText('HEIC')
    await chosen(samira).setInputFiles({
      name: 'a.pdf',
      mimeType: 'application/pdf',
      buffer: pdfSaying('Hej'),
    })
    await save(samira)
    await expect(samira.locator('.errors')).toContainText('Vi kan bara ta emot bilder')
    await chosen(samira).setInputFiles(taken)
    await save(samira)
    await expect(samira.getByRole('status')).toContainText('Sparat.')
    await expect(main(samira).getByRole('img', { name: 'Samira ler.' })).toBeVisible()
    expect(await isShown(samira)).toBe(168)

    await sara.reload()
    await expect(main(sara)).toContainText('Hej! Jag heter Samira. Jag lyssnar gärna länge.')
    await expect(main(sara).getByRole('img', { name: 'Samira ler.' })).toBeVisible()
    expect(await isShown(sara)).toBe(168)
    const at = (await face(sara).getAttribute('src'))!
    const file = await sara.request.get(at)
    expect(file.headers()).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="bild.jpg"',
      'cache-control': 'no-store',
    })
    expect((await file.body()).includes('Telefonmaker')).toBe(false)
    expect(at).toMatch(/^\/arenden\/[0-9a-f-]{36}\/ansikten\/[0-9a-f-]{36}$/)

    await samira.getByRole('button', { name: 'Ta bort bilden' }).click()
    await expect(samira.getByRole('status')).toContainText('Bilden är borttagen.')
    await expect(face(samira)).toHaveCount(0)
    expect((await sara.request.get(at)).status()).toBe(404)
    await sara.reload()
    await expect(face(sara)).toHaveCount(0)
    await expect(main(sara)).toContainText('Jag lyssnar gärna länge.')
  },
)

for (const [who, caseAt, may] of [
  ['tindra', tindrasCase, true],
  ['marie', tindrasCase, true],
  ['peter', eliasCase, false],
  ['peter', tindrasCase, false],
  ['sara', eliasCase, false],
  ['henrik', tindrasCase, false],
  ['leo', tindrasCase, false],
] as const) {
  test(`the face of Mira, asked for by ${who} at the case of ${caseAt === tindrasCase ? 'Tindra' : 'Elias'}: ${may}`, async ({
    requestAs,
  }) => {
    const request = await requestAs(who)
    const at = `${caseAt}/ansikten/${miras}`
    const answer = await request.get(at)
    expect(answer.status()).toBe(may ? 200 : 404)
    if (may) return
    const nowhere = `${caseAt}/ansikten/${storyId('picture', 'nobody’s')}`
    expect(await answerOn(answer, at)).toEqual(await answerOn(await request.get(nowhere), nowhere))
  })
}

test('Eva, who is nobody’s caseworker, is asked for no face, and has none', async ({ pageAs, requestAs }) => {
  const eva = await pageAs('eva')
  await eva.goto('/handlaggare')
  await expect(main(eva).getByRole('link', { name: 'Om mig' })).toHaveCount(0)
  const request = await requestAs('eva')
  for (const at of ['/handlaggare/om-mig', '/handlaggare/om-mig/bild'])
    expect((await request.get(at)).status()).toBe(404)
})
