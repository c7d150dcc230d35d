import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'

const closed = `/arenden/${storyId('case', 'EK-2026-0098')}`

test(
  'a closed case asks for no question: one sentence, and one way to be heard',
  { tag: '@without-script' },
  async ({ pageAs }) => {
    const henrik = await pageAs('henrik')
    await henrik.goto(`${closed}/fragor`)
    const main = henrik.getByRole('main')
    await expect(main).toContainText('Här går det inte att skriva längre')
    await expect(main).not.toContainText('Inga frågor än')
    await expect(main).not.toContainText('Vill du fråga något nu?')
    await expect(main.getByRole('link', { name: 'Be oss kontakta dig' })).toHaveCount(1)
  },
)

test('what a closed case has been through is told once', { tag: '@without-script' }, async ({ pageAs }) => {
  const henrik = await pageAs('henrik')
  await henrik.goto(closed)
  await expect(henrik.locator('.path-label', { hasText: 'Uppföljning' })).toHaveCount(1)
  await expect(henrik.locator('.timeline-title', { hasText: /^Beslut om avslut$/ })).toHaveCount(1)
  await expect(henrik.locator('.now-eyebrow')).not.toContainText('steg')
})
