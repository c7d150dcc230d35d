import type { Page } from '@playwright/test'
import { partyOf } from '../../services/demo/post/digital-mailboxes'
import { expect, test } from '../support/browser-test'
import { numberToSignWith } from '../support/sign'

const at = '/installningar/aviseringar'
const neutral = 'Du har ett nytt meddelande. Logga in där du brukar.'

/** A number that nobody has (PTS keeps 070-174 06 05–99 for books and films), another for each test. */
const numberFor = (workerIndex: number, last: string) =>
  `070174${String(6 + (workerIndex % 4)).padStart(2, '0')}${last}`

const postTo = async (to: string): Promise<string[]> => {
  const page = await (await fetch(process.env['E2E_POST']!)).text()
  return [...page.matchAll(/<article>[\s\S]*?<\/article>/g)]
    .map(([item]) => item)
    .filter((item) => item.includes(to))
}

/** Codes that came to an address, also those of earlier tests: there are few numbers that nobody has. */
const codesTo = async (to: string): Promise<string[]> =>
  (await postTo(to))
    .filter((item) => item.includes('Din kod'))
    .flatMap((item) => /\b\d{6}\b/.exec(item)?.[0] ?? [])

async function newCodeTo(to: string, earlier: readonly string[]): Promise<string> {
  const code = async () => (await codesTo(to)).find((each) => !earlier.includes(each)) ?? ''
  await expect.poll(code, { timeout: 30_000 }).toMatch(/^\d{6}$/)
  return code()
}

const open = (page: Page, what: string) => page.locator('summary').filter({ hasText: what }).click()

test(
  'a youth is told by SMS when she has said that it is safe and typed in the code, and says when',
  { tag: '@without-script' },
  async ({ pageAs }, { workerIndex }) => {
    const number = numberFor(workerIndex, '11')
    const earlier = await codesTo(`+46${number.slice(1)}`)
    const page = await pageAs('tindra')
    await page.goto('/installningar')
    await page.getByRole('link', { name: 'Vill du veta när det finns något nytt?' }).click()
    await expect(page).toHaveURL(at)
    await expect(page.getByText(neutral).last()).toBeVisible()

    await open(page, 'Lägg till SMS')
    const form = page.locator('details[open]')
    await form.getByLabel('Ditt mobilnummer').fill('070-17')
    await form.getByRole('button', { name: 'Lägg till och få en kod' }).click()
    await expect(page.locator('.errors')).toContainText('Det här är inget helt mobilnummer.')
    await expect(form.getByLabel('Ditt mobilnummer')).toHaveValue('070-17')

    await form.getByLabel('Ditt mobilnummer').fill(number)
    await form.getByRole('button', { name: 'Lägg till och få en kod' }).click()
    await expect(page.locator('.errors')).toContainText('Svara om det är tryggt att det syns.')
    await form.getByRole('radio', { name: 'Nej, eller jag vet inte' }).check()
    await form.getByRole('button', { name: 'Lägg till och få en kod' }).click()
    await expect(page.locator('.errors')).toContainText('Då låter vi bli. Inget är sparat.')
    await form.getByRole('radio', { name: 'Ja, det är tryggt' }).check()
    await form.getByRole('checkbox', { name: 'Som påminnelse innan en tid går ut' }).uncheck()
    await form.getByRole('button', { name: 'Lägg till och få en kod' }).click()
    await expect(page.getByRole('status')).toContainText('En kod är på väg')
    await expect(page.getByText('Väntar på din kod')).toBeVisible()
    // So much of it that she knows it.
    await expect(page.getByText('…11', { exact: true })).toBeVisible()
    await expect(page.locator('main')).not.toContainText(number.slice(3))

    const code = await newCodeTo(`+46${number.slice(1)}`, earlier)
    await page.getByLabel('Koden som kom till').fill(code === '000000' ? '000001' : '000000')
    await page.getByRole('button', { name: 'Bekräfta' }).click()
    await expect(page.locator('.errors')).toContainText('Koden stämmer inte.')
    await page.getByLabel('Koden som kom till').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
    await page.getByRole('button', { name: 'Bekräfta' }).click()
    await expect(page.getByRole('status')).toContainText('Klart, nu säger vi till')
    await expect(page.getByText('Här säger vi till')).toBeVisible()

    await open(page, 'När ska vi säga till?')
    await expect(
      page.getByRole('checkbox', { name: 'Som påminnelse innan en tid går ut' }).first(),
    ).not.toBeChecked()
    await page.getByRole('radio', { name: 'Också vem som skickar' }).first().check()
    await page.getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByRole('status')).toContainText('Dina val är sparade')
    await page.getByRole('button', { name: 'Ta bort' }).click()
    await expect(page.getByRole('status')).toContainText('Borttaget')
    await expect(page.getByText('Lägg till SMS')).toBeVisible()
  },
)

test(
  'a youth adds her digital mailbox, where the code comes, and is told first who stands there as the sender',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    let number: string
    // Those that end so have no mailbox in the demo.
    do number = await numberToSignWith(town, 'tindra')
    while (/[15]$/.test(number))
    const page = await pageAs('tindra')
    await page.goto(at)
    await open(page, 'Lägg till din digitala brevlåda')
    const form = page.locator('details[open]')
    await expect(form).toContainText('Där står alltid att kommunen är avsändare')
    await form.getByRole('button', { name: 'Lägg till och få en kod' }).click()
    await expect(page.locator('.errors')).toContainText('Svara om det är tryggt att det syns.')
    await form.getByRole('radio', { name: 'Ja, det är tryggt' }).check()
    await form.getByRole('button', { name: 'Lägg till och få en kod' }).click()
    await expect(page.getByRole('status')).toContainText('En kod är på väg')
    await page.getByLabel('Koden som kom i din digitala brevlåda').fill(await newCodeTo(partyOf(number), []))
    await page.getByRole('button', { name: 'Bekräfta' }).click()
    await expect(page.getByRole('status')).toContainText('Klart, nu säger vi till')
    await expect(page.locator('main')).not.toContainText(number)
    await page.getByRole('button', { name: 'Ta bort' }).click()
    await expect(page.getByText('Lägg till din digitala brevlåda')).toBeVisible()
  },
)

test('a mailbox is not offered to somebody whose details are protected', async ({ pageAs }) => {
  const page = await pageAs('sara')
  await page.goto(at)
  await expect(page.getByText('Lägg till e-post')).toBeVisible()
  await expect(page.getByText('Lägg till din digitala brevlåda')).toHaveCount(0)
})

test('an e-mail that comes back is told of inside, with no more of it than its owner knows', async ({
  pageAs,
  town,
}, { workerIndex }) => {
  const page = await pageAs('marie')
  await page.goto(at)
  await open(page, 'Lägg till e-post')
  const form = page.locator('details[open]')
  await form.getByLabel('Din e-postadress').fill(`studsar.${workerIndex}@post.invalid`)
  await form.getByRole('radio', { name: 'Ja, det är tryggt' }).check()
  await form.getByRole('button', { name: 'Lägg till och få en kod' }).click()
  const stopped = async () =>
    (
      await town.owner.query(
        'select from notice_channel where municipality_id = $1 and stopped_at is not null',
        [town.id],
      )
    ).rowCount
  await expect.poll(stopped, { timeout: 30_000 }).toBe(1)
  await page.goto('/hem')
  await expect(page.getByRole('heading', { name: /Vi når dig inte på .*s…@post\.invalid/ })).toBeVisible()
  await page.getByRole('link', { name: 'Ändra i Aviseringar' }).click()
  await expect(page.getByText('Vi når dig inte här')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Skicka en ny kod' })).toBeVisible()
})

test('a device is added where the browser gives an address, and is pushed to', async ({ pageAs, town }) => {
  const page = await pageAs('tindra')
  await page.goto(at)
  const subscription = (await (await fetch(`${process.env['E2E_POST']}/webblasare`)).json()) as {
    endpoint: string
  }
  // A browser without a window has no push service: it gives the address of the demo's.
  await page.evaluate((given) => {
    PushManager.prototype.subscribe = () => Promise.resolve(given as unknown as PushSubscription)
  }, subscription)
  await open(page, 'Säg till på den här telefonen eller datorn')
  const form = page.locator('details[open]')
  await expect(form.getByText('Webbläsaren frågar dig om lov')).toBeVisible()
  await form.getByRole('radio', { name: 'Ja, det är tryggt' }).check()
  await form.getByRole('button', { name: 'Lägg till den här enheten' }).click()
  await expect(page.getByRole('status')).toContainText('Klart, nu säger vi till här')
  await town.owner.query(
    `insert into notice (municipality_id, person_id, kind, note_id, due_at)
       select d.municipality_id, d.person_id, 'newNote', d.note_id, '2026-09-15T09:00:00+02:00' from disclosure d
         join notice_channel c on c.municipality_id = d.municipality_id and c.person_id = d.person_id
        where d.municipality_id = $1 and d.level = 'full' and d.note_id is not null and d.shown_from < '2026-09-01' limit 1`,
    [town.id],
  )
  const came = async () => (await postTo(new URL(subscription.endpoint).pathname)).join('')
  await expect.poll(came, { timeout: 30_000 }).toContain(neutral)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test(
    'the page says what a push needs, and its form cannot be sent',
    { tag: '@phone' },
    async ({ pageAs }) => {
      const page = await pageAs('tindra')
      await page.goto(at)
      await open(page, 'Säg till på den här telefonen eller datorn')
      await expect(page.getByText('Det här kräver skript i webbläsaren.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Lägg till den här enheten' })).toBeDisabled()
    },
  )
})

test('nobody changes what is another’s', async ({ pageAs, requestAs, origin, town }) => {
  const page = await pageAs('tindra')
  await page.goto(at)
  await open(page, 'Lägg till e-post')
  const form = page.locator('details[open]')
  await form.getByLabel('Din e-postadress').fill('tindra@post.invalid')
  await form.getByRole('radio', { name: 'Ja, det är tryggt' }).check()
  await form.getByRole('button', { name: 'Lägg till och få en kod' }).click()
  await expect(page.getByRole('status')).toBeVisible()
  const { rows } = await town.owner.query<{ id: string }>(
    'select id from notice_channel where municipality_id = $1',
    [town.id],
  )
  const guardian = await requestAs('marie')
  for (const what of ['confirm', 'code', 'change', 'remove']) {
    const answer = await guardian.post(at, {
      form: {
        holder: town.mark('marie'),
        do: what,
        channel: rows[0]!.id,
        topic: 'news',
        'code-email': '123456',
      },
      headers: { Origin: origin },
    })
    expect(answer.status(), what).toBe(404)
  }
  expect(await (await guardian.get(at)).text()).not.toContain('post.invalid')
})
