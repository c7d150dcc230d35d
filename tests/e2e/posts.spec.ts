import type { Page } from '@playwright/test'
import { holderHeader } from '../../app/ui/form/holder'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { beginSignIn, identifyAs } from '../support/sign-in'
import { remarksIn } from '../support/remarks-in'

const note = `/arenden/${storyId('case', 'EK-2026-0412')}/anteckningar/${storyId('note', 'A3')}`
const form = `${note}/kommentar`

const field = (page: Page) => page.getByRole('textbox')
const send = (page: Page) => page.getByRole('button', { name: 'Spara kommentaren' })

const keptAsWritten: [what: string, typed: string, kept: string][] = [
  ['emoji', 'Jag 🌧️ är 👩‍👧‍👦 trött 😴', 'Jag 🌧️ är 👩‍👧‍👦 trött 😴'],
  ['Arabic', 'هذا غير صحيح. أنا أفعل ذلك كل يوم.', 'هذا غير صحيح. أنا أفعل ذلك كل يوم.'],
  ['lines', 'Första raden\nAndra raden\n\nSista', 'Första raden\nAndra raden\n\nSista'],
  ['space around', '  \n Hej \n ', 'Hej'],
  [
    'what looks like a page',
    '<script>alert(1)</script> &amp; "citat"',
    '<script>alert(1)</script> &amp; "citat"',
  ],
  ['exactly 5,000 characters', '🌧'.repeat(5000), '🌧'.repeat(5000)],
]

test('a text is kept and shown as it was written, whatever it is made of', async ({ pageAs, town }) => {
  const page = await pageAs('tindra')
  const sent: string[] = []
  for (const [what, typed, kept] of keptAsWritten) {
    await test.step(what, async () => {
      await page.goto(form)
      await field(page).fill(typed)
      await send(page).click()
      await expect(page.getByRole('status')).toContainText('Tack, det är sparat')
      sent.push(kept)
      expect(await remarksIn(town)).toEqual(sent)
      const shown = page
        .getByRole('main')
        .locator('blockquote p', { hasText: kept.slice(0, 10) })
        .last()
      expect(await shown.evaluate((element) => element.textContent)).toBe(kept)
    })
  }
})

const refused: [what: string, typed: string, told: string][] = [
  ['nothing', '', 'Skriv något innan du skickar.'],
  ['only spaces', '   \n  ', 'Skriv något innan du skickar.'],
  ['5,001 characters', 'a'.repeat(5001), 'Du har skrivit 5001 tecken. Det får vara högst 5000.'],
  ['10,000 characters', 'ö'.repeat(10_000), 'Du har skrivit 10000 tecken. Det får vara högst 5000.'],
]

test('what cannot be sent is answered with what to change, and the text stays', async ({ pageAs, town }) => {
  const page = await pageAs('tindra')
  for (const [what, typed, told] of refused) {
    await test.step(what, async () => {
      await page.goto(form)
      await field(page).fill(typed)
      await send(page).click()
      const summary = page.getByRole('alert').filter({ hasText: told })
      await expect(summary).toBeVisible()
      await expect(page).toHaveURL(form)
      await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
      if (typed.trim()) await expect(field(page)).toHaveValue(typed)
      await summary.getByRole('link').click()
      await expect(field(page)).toBeFocused()
      expect(await remarksIn(town)).toEqual([])
    })
  }
  await field(page).fill('Nu är det rätt.')
  await send(page).click()
  await expect(page.getByRole('status')).toContainText('Tack, det är sparat')
  expect(await remarksIn(town)).toEqual(['Nu är det rätt.'])
})

test('a double click sends once', { tag: '@without-script' }, async ({ pageAs, town }) => {
  const page = await pageAs('tindra')
  await page.goto(form)
  await field(page).fill('En gång räcker.')
  await send(page).dblclick()
  await expect(page.getByRole('status')).toContainText('Tack, det är sparat')
  expect(await remarksIn(town)).toEqual(['En gång räcker.'])
})

test('going back and sending the same form again adds nothing', async ({ pageAs, town }) => {
  const page = await pageAs('tindra')
  await page.goto(form)
  const key = await page.locator('input[name=form_key]').inputValue()
  await field(page).fill('En gång räcker.')
  await send(page).click()
  await expect(page.getByRole('status')).toBeVisible()
  const again = await page.context().request.post(form, {
    form: { form_key: key, text: 'En gång räcker.' },
    headers: { Origin: new URL(page.url()).origin, [holderHeader]: town.mark('tindra') },
  })
  expect(again.status()).toBe(200)
  expect(await remarksIn(town)).toEqual(['En gång räcker.'])
})

test(
  'a text sent after the session has ended is kept, and sent after a sign-in in another tab',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const page = await pageAs('tindra')
    await page.goto(form)
    await field(page).fill('Skrivet innan jag\nblev utloggad 🌙')
    await town.owner.query('delete from session where municipality_id = $1', [town.id])
    await send(page).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du är utloggad, men texten finns kvar')
    await expect(field(page)).toHaveValue('Skrivet innan jag\nblev utloggad 🌙')
    expect(await remarksIn(town)).toEqual([])

    const number = await town.number('tindra')
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Logga in i ett nytt fönster' }).click(),
    ])
    await beginSignIn(other)
    await identifyAs(other, number)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Hej Tindra')
    await page.getByRole('button', { name: 'Skicka det jag skrev' }).click()
    await expect(page.getByRole('status')).toContainText('Tack, det är sparat')
    expect(await remarksIn(town)).toEqual(['Skrivet innan jag\nblev utloggad 🌙'])
  },
)

test(
  'a text sent after somebody else has signed in here is neither sent nor shown, and its writer gets it back',
  { tag: '@without-script' },
  async ({ pageAs, town, origin }) => {
    const page = await pageAs('tindra')
    const heading = page.getByRole('heading', { level: 1 })
    const signIn = async (who: 'tindra' | 'marie') =>
      page.context().addCookies([{ ...(await town.session(who)), url: origin }])
    await page.goto(form)
    await field(page).fill('Bara från mig.')
    await signIn('marie')
    await send(page).click()
    await expect(heading).toHaveText('Någon annan är inloggad här')
    expect(await page.content()).not.toContain('Bara från mig')
    await page.getByRole('button', { name: 'Hämta min text' }).click()
    await expect(heading).toHaveText('Någon annan är inloggad här')
    expect(await page.content()).not.toContain('Bara från mig')
    expect(await remarksIn(town)).toEqual([])

    await signIn('tindra')
    await page.getByRole('button', { name: 'Hämta min text' }).click()
    await expect(heading).toHaveText('Här är din text')
    await expect(field(page)).toHaveValue('Bara från mig.')
    const itsPage = page.getByRole('link', { name: 'Se sidan som texten hör till' })
    await expect(itsPage).toHaveAttribute('href', form)
    expect(await remarksIn(town)).toEqual([])
    await page.getByRole('button', { name: 'Skicka det jag skrev' }).click()
    await expect(page.getByRole('status')).toContainText('Tack, det är sparat')
    expect(await remarksIn(town)).toEqual(['Bara från mig.'])
  },
)

test('a text written after the session ended is not sent by whoever signs in next', async ({
  pageAs,
  town,
  origin,
}) => {
  const page = await pageAs('tindra')
  await page.goto(form)
  await field(page).fill('Bara från mig.')
  await town.owner.query('delete from session where municipality_id = $1', [town.id])
  await send(page).click()
  await page.context().addCookies([{ ...(await town.session('marie')), url: origin }])
  await page.getByRole('button', { name: 'Skicka det jag skrev' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Någon annan är inloggad här')
  expect(await page.content()).not.toContain('Bara från mig')
  expect(await remarksIn(town)).toEqual([])
})
