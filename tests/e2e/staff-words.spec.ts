import type { Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { askInTown } from '../support/asked-in-town'
import { idOf } from '../support/people'
import type { Town } from '../support/town'

const tag = ['@phone', '@without-script']
const eliases = storyId('case', 'EK-2026-1187')
const petersMeeting = `/handlaggare/tider/${storyId('appointment', 'elias/peter')}`
const errors = (page: Page) => page.locator('.errors')
const ticks = (page: Page) => page.locator('input[name=seen]:visible')

const found = 'Sara kommer från Björkstigen 4. Ring 08-465 004 71.'
const own = 'Hej Peter! Ring Samira, 08-465 004 12.'

type Room = {
  what: string
  open: (page: Page, town: Town) => Promise<void>
  fill: (page: Page, text: string) => Promise<void>
  send: string
  sent: string
}

const rooms: Room[] = [
  {
    what: 'an answer',
    open: async (page, town) => {
      const question = { answerBy: '2026-09-17', person: 'peter', caseNumber: 'EK-2026-1187' } as const
      await page.goto(`/handlaggare/fragor/${await askInTown(town, question)}`)
    },
    fill: (page, text) => page.getByLabel(/^Svar till/).fill(text),
    send: 'Skicka svaret',
    sent: `select text from message where from_staff_id is not null and sent_at > '2026-09-15' and municipality_id = $1`,
  },
  {
    what: 'where to meet',
    open: async (page) => {
      await page.goto(`/handlaggare/arenden/${eliases}/tider/ny`)
      await page.getByLabel('Dag', { exact: true }).fill('2026-09-21')
      await page.getByLabel('Från', { exact: true }).fill('10:00')
      await page.getByLabel('Till', { exact: true }).fill('11:00')
      await page.getByRole('group', { name: 'Vilka är med?' }).getByLabel('Peter Brandt').check()
      await page.locator(`[name=place-${idOf('peter')}]`).check()
    },
    fill: (page, text) => page.getByLabel(/^Plats /).fill(text),
    send: 'Boka',
    sent: `select place as text from appointment where starts_at::date = '2026-09-21' and municipality_id = $1`,
  },
  {
    what: 'why a time is called off',
    open: async (page) => {
      await page.goto(petersMeeting)
      await page.getByText('Ställ in tiden').click()
    },
    fill: (page, text) => page.getByLabel(/^Varför ställs den in/).fill(text),
    send: 'Ställ in',
    sent: `select change_reason as text from appointment where state = 'cancelled' and municipality_id = $1`,
  },
]

for (const { what, open, fill, send, sent } of rooms) {
  const textsSent = async (town: Town) =>
    (await town.owner.query<{ text: string }>(sent, [town.id])).rows.map(({ text }) => text)
  const press = (page: Page) => page.getByRole('button', { name: send, exact: true }).click()

  test(
    `${what}: not sent to Peter before each find has been looked at, and no word is lost`,
    { tag },
    async ({ pageAs, town }) => {
      const samira = await pageAs('samira')
      await open(samira, town)
      await fill(samira, `${found} 198801012389`)
      await press(samira)
      await expect(errors(samira)).toContainText('198801012389 är inte personnumret för Peter. Ta bort det.')
      expect(await samira.locator('main').innerHTML()).toContain(`${found} 198801012389`)
      expect(await textsSent(town)).toEqual([])

      await fill(samira, found)
      await press(samira)
      await expect(errors(samira)).toContainText('Det finns ord att se på innan Peter får läsa.')
      await errors(samira).getByRole('link').click()
      await expect(
        samira.getByRole('group', { name: '3 saker att se på i det Peter får läsa' }),
      ).toBeInViewport()
      await expect(ticks(samira)).toHaveCount(3)
      await ticks(samira).first().check()
      await press(samira)
      // What was ticked stays so.
      await expect(ticks(samira).first()).toBeChecked()
      expect(await textsSent(town)).toEqual([])
      for (const tick of await ticks(samira).all()) await tick.check()
      await press(samira)
      await expect(errors(samira)).toHaveCount(0)
      expect(await textsSent(town)).toEqual([found])
    },
  )

  test(
    `${what}: sent at once to Peter with his own name and his caseworker’s phone`,
    { tag },
    async ({ pageAs, town }) => {
      const samira = await pageAs('samira')
      await open(samira, town)
      await fill(samira, own)
      await press(samira)
      await expect(errors(samira)).toHaveCount(0)
      expect(await textsSent(town)).toEqual([own])
    },
  )
}
