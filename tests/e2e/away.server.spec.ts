import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import pg from 'pg'
import { startLocalPostgres } from '../../db/local/embedded'
import { municipalityId } from '../support/people'
import { openSession } from '../support/town'
import { freePort } from '../../db/local/free-port'
import { startBroker, type Broker } from '../../services/broker/broker'
import type { Ports } from '../../services/demo/ports'
import { startStack, type Stack } from '../../services/demo/stack'
import { freePorts } from '../support/free-ports'
import { beginSignIn, identifyAs } from '../support/sign-in'

// A portal of its own, whose broker and database are taken away under it and given back.
test.describe.configure({ mode: 'serial' })

let folder: string
let ports: Ports
let brokerPort: number
let stack: Stack

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mina-sidor-away-'))
  ports = await freePorts()
  brokerPort = await freePort()
  stack = await startStack({
    folder,
    ports,
    say: () => undefined,
    dictation: 'none',
    env: { TRANSCRIBER_HUB: 'off', OIDC_ISSUER: `http://localhost:${brokerPort}`, LOG_LEVEL: 'silent' },
  })
})

test.afterAll(async () => {
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('while the broker is away the portal says so, and lets people in when it is back', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ baseURL: stack.origin })).newPage()
  await page.goto('/logga-in')
  const [answer] = await Promise.all([page.waitForResponse('**/auth/start'), beginSignIn(page)])
  expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '60'])
  await expect(heading(page)).toHaveText('Det går inte att logga in just nu')

  const broker = await bringBroker()
  await page.getByRole('link', { name: 'Försök igen' }).click()
  await beginSignIn(page)
  await identifyAs(page, 'Henrik Ström')
  await expect(heading(page)).toHaveText('Hej Henrik')
  await broker.close()
  await page.reload()
  await expect(heading(page), 'a session needs no broker').toHaveText('Hej Henrik')
  await page.context().close()
})

test('a broker that goes away in the middle of a sign-in lets nobody in, and says what to do', async ({
  browser,
}) => {
  const broker = await bringBroker()
  const page = await (await browser.newContext({ baseURL: stack.origin })).newPage()
  await page.goto('/logga-in')
  await beginSignIn(page)
  const cookies = await page.context().cookies(stack.origin)
  await page.context().clearCookies({ name: 'sign-in' })
  await identifyAs(page, 'Henrik Ström')
  await expect(heading(page)).toHaveText('Vi behöver börja om')
  await page.context().addCookies(cookies)
  await broker.close()
  const answer = await page.goto(page.url())
  expect(answer?.status()).toBe(503)
  await expect(heading(page)).toHaveText('Det går inte att logga in just nu')
  await page.context().close()
})

test('while the database is away every page stays calm, and all goes on when it is back', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ baseURL: stack.origin })).newPage()
  const owner = new pg.Client(stack.ownerUrl)
  await owner.connect()
  const session = await openSession(owner, municipalityId('ekdala'), 'lina')
  await owner.end()
  await page.context().addCookies([{ ...session, url: stack.origin }])
  await page.goto('/hem')
  await expect(heading(page)).toHaveText('Hej Lina')

  const writing = await page.context().newPage()
  await writing.goto('/kontakta-mig')
  const words = 'Kan ni ringa om fredag? Jag jobbar till tre.'
  await writing.locator('textarea[name=text]').fill(words)

  await endDatabase()
  const [stopped] = await Promise.all([
    writing.waitForResponse((response) => response.request().method() === 'POST'),
    writing.locator('main form:has(textarea[name=text]) button').last().click(),
  ])
  expect([stopped.status(), stopped.headers()['retry-after']]).toEqual([503, '10'])
  await expect(writing.getByRole('main')).toContainText('Det är inte skickat än, men det finns kvar här.')
  // Who asks cannot be known while the database is away.
  expect(await writing.content()).not.toContain(words)

  const away = await page.goto('/hem')
  expect([away?.status(), away?.headers()['retry-after']]).toEqual([503, '10'])
  await expect(heading(page)).toHaveText('Mina sidor fungerar inte just nu')
  expect(await away?.text()).not.toMatch(/ECONNREFUSED|postgres|at \w+ \(/i)
  const answers = await Promise.all(
    ['/readyz', '/healthz', '/', '/logga-in', '/tillganglighet', '/kontrollera'].map((address) =>
      statusOf(page, address),
    ),
  )
  expect(answers).toEqual([503, 200, 200, 200, 503, 200])

  const postgres = await startLocalPostgres({ folder, port: ports.database, durable: true })
  await page.goto('/hem')
  await expect(heading(page)).toHaveText('Hej Lina')
  expect(await statusOf(page, '/readyz')).toBe(200)
  await writing.getByRole('button', { name: 'Försök igen' }).click()
  await expect(heading(writing)).toHaveText('Här är din text')
  await expect(writing.locator('textarea[name=text]')).toHaveValue(words)
  await writing.getByRole('button', { name: 'Skicka det jag skrev' }).click()
  await writing.getByRole('link', { name: 'Se det du skickade' }).click()
  await expect(writing.getByRole('main')).toContainText(words)
  await page.context().close()
  await stack.stop()
  await postgres.stop()
})

async function bringBroker(): Promise<Broker> {
  const registration = JSON.parse(await readFile(join(folder, 'broker.json'), 'utf8')) as Parameters<
    typeof startBroker
  >[0]
  return startBroker({ ...registration, port: brokerPort, log: () => undefined })
}

/** Ends the database of this test's own folder: the first line of its lock file is its process. */
async function endDatabase(): Promise<void> {
  const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGINT')
  await expect
    .poll(() => readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => 'gone'))
    .toBe('gone')
}

async function statusOf(page: Page, address: string): Promise<number> {
  return (await page.request.get(address)).status()
}
