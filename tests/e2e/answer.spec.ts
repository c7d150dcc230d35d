import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'
import { askInTown as ask } from '../support/asked-in-town'

const at = (threadId: string) => `/handlaggare/fragor/${threadId}`
const field = (page: Page) => page.getByLabel(/^Svar till/)
const send = (page: Page) => page.getByRole('button', { name: 'Skicka svaret' }).click()
const main = (page: Page) => page.getByRole('main')

test(
  'Mira answers in the morning, changes her mind within the minute, and answers again',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const threadId = await ask(town, { answerBy: '2026-09-17' })
    const mira = await pageAs('mira')
    await mira.goto('/handlaggare')
    await expect(main(mira)).toContainText('ska besvaras senast torsdag 17 september')
    await mira.getByRole('link', { name: /Tindra Ek · Fråga/ }).click()
    await expect(mira.getByRole('heading', { level: 1 })).toHaveText('Får jag byta skola?')
    await expect(main(mira)).toContainText(
      'Tindra har fått veta att svaret kommer senast torsdag 17 september.',
    )
    await expect(main(mira)).toContainText('Det är du som svarar.')
    await expect(main(mira)).toContainText('Läst av Mira')
    await field(mira).fill('Nej.')
    await send(mira)
    await expect(main(mira)).toContainText(/Skickat\. Kan ångras till \d\d\.\d\d\./)
    await mira.getByRole('button', { name: 'Ångra och ändra' }).click()
    await expect(main(mira)).toContainText('Svaret är inte skickat.')
    await expect(field(mira)).toHaveValue('Nej.')
    await field(mira).fill('Vi pratar med skolan om det.')
    await send(mira)
    await expect(field(mira)).toHaveValue('')
    await mira.goto('/handlaggare')
    await expect(main(mira)).not.toContainText('Får jag byta skola?')
    const { rows } = await town.owner.query<{ text: string; kind: string }>(
      `select m.text, n.kind from notice n join message m on m.municipality_id = n.municipality_id and m.id = n.message_id
        where n.municipality_id = $1 and m.thread_id = $2`,
      [town.id, threadId],
    )
    expect(rows).toEqual([{ text: 'Vi pratar med skolan om det.', kind: 'newAnswer' }])
  },
)

test(
  'a template is begun in the person’s language and sent when it is filled in',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const threadId = await ask(town, { answerBy: '2026-09-17' })
    const mira = await pageAs('mira')
    await mira.goto(at(threadId))
    await field(mira).fill('Tack för att du frågar.')
    await mira.getByText('Börja med en mall').click()
    await mira.getByRole('button', { name: 'Jag svarar senast …' }).click()
    const begun = 'Tack för att du frågar.\n\nHej Tindra! Jag har läst din fråga och svarar senast [dag].'
    await expect(field(mira)).toHaveValue(begun)
    await send(mira)
    await expect(mira.locator('.errors')).toContainText('Fyll i [dag] innan du skickar.')
    await expect(field(mira)).toHaveValue(begun)
    await field(mira).fill(begun.replace('[dag]', 'på torsdag'))
    await send(mira)
    await expect(main(mira)).toContainText('svarar senast på torsdag.')

    await town.owner.query(`update person set language = 'ar' where municipality_id = $1`, [town.id])
    await mira.goto(`${at(threadId)}?mall=whenWeMeet`)
    await expect(field(mira)).toHaveValue(/\[اليوم والساعة\]/)
  },
)

test('two who answer at once: the second reads the first answer and loses nothing', async ({
  pageAs,
  town,
}) => {
  const threadId = await ask(town, { answerBy: '2026-09-17' })
  const [mira, samira] = [await pageAs('mira'), await pageAs('samira')]
  await mira.goto(at(threadId))
  await samira.goto(at(threadId))
  await field(samira).fill('Ja, du får byta.')
  await send(samira)
  await expect(main(samira)).toContainText('Ja, du får byta.')
  await field(mira).fill('Vi får se.')
  await send(mira)
  await expect(mira.locator('.errors')).toContainText('Samira Dahlin svarade medan du skrev.')
  await expect(main(mira)).toContainText('Ja, du får byta.')
  await expect(field(mira)).toHaveValue('Vi får se.')
  await send(mira)
  await expect(mira.locator('.errors')).toHaveCount(0)
  await expect(main(mira)).toContainText('Vi får se.')
})

test('what Tindra writes while Mira answers is read before the answer goes', async ({ pageAs, town }) => {
  const threadId = await ask(town, { answerBy: '2026-09-17' })
  const mira = await pageAs('mira')
  await mira.goto(at(threadId))
  await town.owner.query(
    `insert into message (municipality_id, id, thread_id, from_person_id, text, sent_at, readable_from)
     values ($1, $2, $3, $4, 'Och får min bror följa med?', $5, $5)`,
    [town.id, randomUUID(), threadId, idOf('tindra'), '2026-09-14T22:50:00+02:00'],
  )
  await field(mira).fill('Ja, du får byta.')
  await send(mira)
  await expect(mira.locator('.errors')).toContainText('Tindra skrev mer medan du skrev.')
  await expect(main(mira)).toContainText('Och får min bror följa med?')
  await expect(field(mira)).toHaveValue('Ja, du får byta.')
  await send(mira)
  await expect(mira.locator('.errors')).toHaveCount(0)
  await expect(main(mira)).toContainText('Ja, du får byta.')
})

test('a double click answers once, and what is too long stays where it was written', async ({
  requestAs,
  pageAs,
  origin,
  town,
}) => {
  const threadId = await ask(town, { answerBy: '2026-09-17' })
  const request = await requestAs('mira')
  const form = { message: randomUUID(), last: '', words: '1', text: 'Ja.' }
  const post = () => request.post(at(threadId), { form, headers: { Origin: origin } })
  const answers = await Promise.all([post(), post()])
  expect(answers.map((answer) => answer.status())).toEqual([303, 303])
  const { rows } = await town.owner.query(
    'select text from message where municipality_id = $1 and thread_id = $2 and from_staff_id is not null',
    [town.id, threadId],
  )
  expect(rows).toEqual([{ text: 'Ja.' }])

  const mira = await pageAs('mira')
  await mira.goto(at(threadId))
  const long = 'x'.repeat(25_001)
  for (const button of ['Skicka svaret', 'Spara utkast']) {
    await field(mira).fill(long)
    await mira.getByRole('button', { name: button }).click()
    await expect(mira.locator('.errors')).toContainText('Svaret är 25001 tecken.')
    await expect(field(mira)).toHaveValue(long)
  }
})

test('what is typed is kept on the server, and stands there in another tab', async ({ pageAs, town }) => {
  const threadId = await ask(town, { answerBy: '2026-09-17' })
  const mira = await pageAs('mira')
  await mira.goto(at(threadId))
  await field(mira).pressSequentially('Hej Tindra, jag')
  await expect(main(mira)).toContainText('Utkastet är sparat.')
  const other = await mira.context().newPage()
  await other.goto(at(threadId))
  await expect(field(other)).toHaveValue('Hej Tindra, jag')
  await field(other).fill('Hej Tindra, jag ringer i dag.')
  await send(other)
  await expect(field(other)).toHaveValue('')
  await other.reload()
  await expect(field(other)).toHaveValue('')
})

test(
  'thanks need no answer, and an answer becomes a note',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const threadId = await ask(town, { answerBy: '2026-09-17' })
    const mira = await pageAs('mira')
    await mira.goto(at(threadId))
    await expect(mira.getByRole('button', { name: 'Gör en anteckning av svaret' })).toHaveCount(0)
    await mira.getByRole('button', { name: 'Behöver inget svar' }).click()
    await expect(main(mira)).toContainText('Frågan väntar inte längre på svar.')
    await expect(main(mira)).toContainText('Behöver inget svar, säger Mira')

    // Answered yesterday: the way back is in the case.
    await mira.goto(`/handlaggare/arenden/${storyId('case', 'EK-2026-0412')}`)
    await main(mira)
      .getByRole('link', { name: /^Samtalet på torsdag/ })
      .click()
    await mira.getByRole('button', { name: 'Gör en anteckning av svaret' }).click()
    await expect(mira).toHaveURL(/\/handlaggare\/anteckningar\//)
    await expect(mira.getByLabel('Text', { exact: true })).toHaveValue(
      /^Tindra Ek skrev 13 september 2026 21\.10: ”Hej! Vi har match[^]*Mira Sandell skrev 14 september 2026 09\.05/,
    )
  },
)

test('a closed case is still answered', async ({ pageAs, town }) => {
  const threadId = await ask(town, { answerBy: '2026-09-17', person: 'henrik', caseNumber: 'EK-2026-0098' })
  const olle = await pageAs('olle')
  await olle.goto(at(threadId))
  await expect(main(olle)).toContainText(
    'Ärendet är avslutat. Svaret går att läsa till och med 10 september 2027.',
  )
  await field(olle).fill('Hej Henrik!')
  await send(olle)
  await expect(main(olle)).toContainText('Skickat.')
})

test('a thread that is not open to somebody answers as one that is not there, whatever is asked of it', async ({
  requestAs,
  origin,
  town,
}) => {
  const threadId = await ask(town, { answerBy: '2026-09-17' })
  for (const who of ['olle', 'hanna', 'eva', 'nils'] as const) {
    const request = await requestAs(who)
    for (const deed of ['send', 'keep', 'takeBack', 'noAnswer', 'note']) {
      const answers = await Promise.all(
        [threadId, randomUUID()].map((id) =>
          request.post(at(id), {
            form: { do: deed, text: 'Hej', message: randomUUID() },
            headers: { Origin: origin },
          }),
        ),
      )
      expect(answers.map((answer) => answer.status())).toEqual([404, 404])
    }
  }
  const { rows } = await town.owner.query(
    'select from audit_event where municipality_id = $1 and thread_id = $2',
    [town.id, threadId],
  )
  expect(rows).toEqual([])
})
