import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectMarionette } from './marionette'
import { firstProgram, startProgram } from './program'
import { commands, nowhere, type BrowserKind } from './wire'

const firefox = () => firstProgram(process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox')

const settings = {
  'marionette.port': 0,
  'intl.accept_languages': '"sv-SE"',
  'permissions.default.microphone': 2,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
}

/** Debian's own, by the socket that geckodriver speaks to as well: geckodriver itself is in no Debian package. */
export const firefoxKind: BrowserKind = {
  name: 'Firefox',
  missing: () => (firefox() ? null : 'no firefox'),
  start: async () => {
    const profile = await mkdtemp(join(tmpdir(), 'mina-sidor-firefox-'))
    const lines = Object.entries(settings).map(([name, value]) => `user_pref("${name}", ${String(value)});`)
    await writeFile(join(profile, 'user.js'), lines.join('\n'))
    const program = startProgram(
      firefox() ?? '',
      ['--headless', '--marionette', '--no-remote', '--profile', profile],
      { HOME: profile },
    )
    const stop = async () => {
      await program.stop()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
    try {
      const port = await program.until(async () =>
        Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')),
      )
      const socket = await connectMarionette(port)
      await socket.ask('WebDriver:NewSession', {
        proxy: { proxyType: 'manual', socksProxy: nowhere, socksVersion: 5 },
      })
      return {
        send: (command, parameters = {}) => socket.ask(commands[command][2], parameters),
        stop: async () => {
          socket.end()
          await stop()
        },
      }
    } catch (error) {
      await stop()
      throw error
    }
  },
}
