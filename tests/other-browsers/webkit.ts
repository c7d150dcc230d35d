import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../db/local/free-port'
import { firstProgram, startProgram } from './program'
import { commands, nowhere, type BrowserKind } from './wire'

const driver = '/usr/bin/WebKitWebDriver'
const display = '/usr/bin/Xvfb'

const libraries = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec']

/** WebKitGTK's own small browser stands where its library does. */
function miniBrowser(): string | undefined {
  const places = libraries.flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => join(folder, name)),
  )
  return firstProgram(...places.map((folder) => join(folder, 'MiniBrowser')))
}

const hasDriver = () => firstProgram(driver) !== undefined && miniBrowser() !== undefined

/** WebKitGTK by its WebDriver, on a screen that nobody sees. */
export const webKitKind: BrowserKind = {
  name: 'WebKitGTK',
  missing: () => (!hasDriver() ? 'no webkit2gtk-driver' : firstProgram(display) ? null : 'no xvfb'),
  start: async () => {
    const home = await mkdtemp(join(tmpdir(), 'mina-sidor-webkit-'))
    const screen = startProgram(
      display,
      ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
      {},
    )
    const number = await screen.told()
    const port = await freePort()
    const program = startProgram(driver, [`--port=${port}`], {
      HOME: home,
      XDG_RUNTIME_DIR: home,
      DISPLAY: `:${number}`,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      LANGUAGE: 'sv_SE:sv',
    })
    const ask = askAt(`http://127.0.0.1:${port}`)
    const stop = async () => {
      await program.stop()
      await screen.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    }
    try {
      await program.until(() => ask('GET', '/status'))
      const { sessionId } = (await ask('POST', '/session', {
        capabilities: {
          alwaysMatch: {
            proxy: { proxyType: 'manual', sslProxy: nowhere },
            'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
          },
        },
      })) as { sessionId: string }
      return {
        send: (command, { id = '', ...body } = {}) => {
          const [method, path] = commands[command]
          return ask(method, `/session/${sessionId}${path.replace(':id', String(id))}`, body)
        },
        stop: async () => {
          await ask('DELETE', `/session/${sessionId}`).catch(() => undefined)
          await stop()
        },
      }
    } catch (error) {
      await stop()
      throw error
    }
  },
}

const askAt =
  (origin: string) =>
  async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(origin + path, {
      method,
      body: method === 'POST' ? JSON.stringify(body) : null,
    })
    const { value } = (await answer.json()) as { value: unknown }
    if (!answer.ok) throw new Error(JSON.stringify(value))
    return value
  }
