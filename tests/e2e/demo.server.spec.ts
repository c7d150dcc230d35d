import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Browser } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { requireFree, type Ports } from '../../services/demo/ports'
import { freePorts } from '../support/free-ports'
import { signInAs } from '../support/sign-in'

const note = `/arenden/${storyId('case', 'EK-2026-0412')}/anteckningar/${storyId('note', 'A3')}`

// Three starts of the whole demo, each with the data of the one before.
test('the demo keeps what was written, over Ctrl-C and over a sudden end, and leaves nothing running', async ({
  browser,
}) => {
  test.setTimeout(900_000)
  const folder = await mkdtemp(join(tmpdir(), 'mina-sidor-demo-'))
  const ports = await freePorts()

  const first = await startDemo(folder, ports, ['npm', 'run', '--silent', 'demo'])
  await writeRemark(browser, first.origin, 'Skrivet före Ctrl-C.')
  // A terminal's Ctrl-C reaches every process of the group.
  process.kill(-first.child.pid!, 'SIGINT')
  await first.ended
  await expectNothingRunning(first.child, ports)

  const second = await startDemo(folder, ports)
  await expectRemarks(browser, second.origin, ['Skrivet före Ctrl-C.'])
  await writeRemark(browser, second.origin, 'Skrivet före ett hastigt slut.')
  // Only the demo itself: its parts are left behind without it.
  second.child.kill('SIGKILL')
  await second.ended

  const third = await startDemo(folder, ports)
  await expectRemarks(browser, third.origin, ['Skrivet före Ctrl-C.', 'Skrivet före ett hastigt slut.'])
  third.child.kill('SIGTERM')
  expect(await third.ended).toBe(0)
  await expectNothingRunning(third.child, ports)
  await rm(folder, { recursive: true, force: true })
})

test('a port that is taken is named, with the setting that moves it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mina-sidor-demo-'))
  const taken = Number(new URL(process.env['E2E_ORIGIN']!).port)
  const { ended, said } = runDemo(folder, { ...(await freePorts()), portal: taken })
  expect(await ended).toBe(1)
  expect(said()).toContain(`port ${taken} is taken; PORT chooses another`)
  await rm(folder, { recursive: true, force: true })
})

/** The demo with data and ports of its own, in a process group of its own. */
function runDemo(
  folder: string,
  ports: Ports,
  [command = '', ...args]: string[] = [process.execPath, 'services/demo/main.ts'],
) {
  const env = {
    ...process.env,
    DEMO_DIR: folder,
    PORT: String(ports.portal),
    DEMO_BROKER_PORT: String(ports.broker),
    DEMO_TRANSCRIBER_PORT: String(ports.transcriber),
    DEMO_DATABASE_PORT: String(ports.database),
    TRANSCRIBER_HUB: 'off',
  }
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (text += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, ended, said: () => text }
}

async function startDemo(folder: string, ports: Ports, command?: string[]) {
  const { child, ended, said } = runDemo(folder, ports, command)
  const isReady = () => said().includes('\nready ')
  await expect.poll(() => isReady() || child.exitCode !== null, { timeout: 300_000 }).toBe(true)
  expect(isReady(), said()).toBe(true)
  return { child, ended, origin: /^ready (\S+)$/m.exec(said())![1]! }
}

async function expectNothingRunning({ pid }: ChildProcess, ports: Ports): Promise<void> {
  await expect.poll(() => isRunning(-pid!)).toBe(false)
  await requireFree(ports)
}

async function writeRemark(browser: Browser, origin: string, text: string): Promise<void> {
  const page = await (await browser.newContext({ baseURL: origin })).newPage()
  await signInAs(page, 'Tindra Ek')
  await page.goto(`${note}/kommentar`)
  await page.getByRole('textbox').fill(text)
  await page.getByRole('button', { name: 'Spara kommentaren' }).click()
  await expect(page.getByRole('status')).toContainText('Tack, det är sparat')
  await page.context().close()
}

async function expectRemarks(browser: Browser, origin: string, texts: string[]): Promise<void> {
  const page = await (await browser.newContext({ baseURL: origin })).newPage()
  await signInAs(page, 'Tindra Ek')
  await page.goto(note)
  for (const text of texts) await expect(page.getByText(text)).toBeVisible()
  await page.context().close()
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
