import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import manifest from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')

/** Loads the portal as its start does, and tells every file that was read for it. */
const load = `
  import { registerHooks } from 'node:module'
  const files = []
  registerHooks({ load: (url, context, next) => (files.push(url), next(url, context)) })
  const { builtPortal } = await import('./app/server/built-portal.ts')
  await (await builtPortal()).builtPages()
  process.stdout.write(JSON.stringify(files))
  process.exit()`

test('a start reads the build, and of the packages only what was left out of it', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', load], {
    cwd: root,
    env: { PATH: process.env['PATH'] } as unknown as NodeJS.ProcessEnv,
  })
  const files = (JSON.parse(stdout) as string[]).filter((url) => url.startsWith('file:'))
  const packages = files.map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1])
  expect([...new Set(packages.filter(Boolean))].sort()).toEqual(['highs', 'pg-cloudflare'])
  const own = files.filter((url) => !url.includes('/node_modules/') && !url.includes('/build/server/'))
  expect(own.filter((url) => !url.endsWith('/app/server/built-portal.ts'))).toEqual([])
})

test('npm start takes no types out of a program, and refuses what it refused', async () => {
  const program = manifest.scripts.start.split(' ').at(-1)!
  const starting = promisify(execFile)(process.execPath, ['--no-strip-types', program], {
    cwd: root,
    env: { PATH: process.env['PATH'] } as unknown as NodeJS.ProcessEnv,
  })
  await expect(starting).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^DATABASE_URL is missing$[^]*^The portal does not start/m),
  })
})
