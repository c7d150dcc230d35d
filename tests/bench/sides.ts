import { execFile } from 'node:child_process'
import { parse } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../../db/local/free-port.ts'
import type { CaseDatabase } from './case-database.ts'
import type { Target } from './load.ts'
import { root } from './plan.ts'
import type { Portal } from './portal.ts'
import { startBareServer, takeReadyMade } from './ready-made.ts'
import { startServer, type ServerProcess } from './server-process.ts'

/** One of the servers that are compared, and how it is asked. */
export type Side = { name: string; target: Target; pid: number }

/** The same page asked for in plain, where nobody compresses, and as a browser asks. */
export type Sides = Record<'inPlain' | 'asBrowser', { bare: Side; dataFree: Side; portal: Side }>

const configOfDataFree = 'tests/bench/data-free-remix/vite.config.ts'
const browserAccepts = { 'accept-encoding': 'gzip, deflate, br, zstd' }

/** Builds and starts everything that the portal's case page is compared with, each in a process of its own. */
export async function startSides(portal: Portal, { casePath, cookie }: CaseDatabase): Promise<Sides> {
  const ready = await takeReadyMade(portal.address, [casePath], cookie)
  const bare = await startBareServer('bare', ready)
  await promisify(execFile)('npm', ['exec', '--', 'remix', 'vite:build', '--config', configOfDataFree], {
    cwd: root,
  })
  const onHttp = await startDataFree('data-free-on-http.ts')
  const onExpress = await startDataFree('data-free-on-express.js')
  const side = (
    name: string,
    { pid }: { pid: number },
    url: string,
    headers: Record<string, string>,
  ): Side => ({
    name,
    pid,
    target: { url, headers },
  })
  return {
    inPlain: {
      bare: side('bare node:http, the same bytes ready-made', bare, bare.address + casePath, {}),
      dataFree: side('Remix page without data on node:http', onHttp, onHttp.address, {}),
      portal: side('**portal, case page**', portal, portal.address + casePath, { cookie }),
    },
    asBrowser: {
      bare: side('bare node:http, compressed once', bare, bare.address + casePath, browserAccepts),
      dataFree: side(
        'Remix page without data on Express with compression',
        onExpress,
        onExpress.address,
        browserAccepts,
      ),
      portal: side('**portal, case page, compressed**', portal, portal.address + casePath, {
        ...browserAccepts,
        cookie,
      }),
    },
  }
}

/** Starts the Remix page without data, which startSides has built. */
export async function startDataFree(
  program: 'data-free-on-http.ts' | 'data-free-on-express.js',
): Promise<ServerProcess & { address: string }> {
  const port = await freePort()
  const env = { PORT: String(port) }
  const server = await startServer({ name: parse(program).name, path: `tests/bench/${program}`, env })
  return { ...server, address: `http://localhost:${port}/` }
}
