import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoKeys } from '../../services/demo/keys'
import { startStack } from '../../services/demo/stack'
import { firefoxKind } from '../other-browsers/firefox'
import { webKitKind } from '../other-browsers/webkit'
import { freePorts } from './free-ports'

export const metricsToken = 'a-token-of-the-tests'

/** Before the browser tests: the demo's own parts on free ports with data of their own; after them, nothing is left. */
export default async function setup(): Promise<() => Promise<void>> {
  for (const { name, missing } of [firefoxKind, webKitKind]) {
    const lack = missing()
    if (lack) console.log(`the stories in ${name}: not run: ${lack} on this machine`)
  }
  const folder = await mkdtemp(join(tmpdir(), 'mina-sidor-e2e-'))
  const ports = await freePorts()
  const stack = await startStack({
    folder,
    ports,
    say: (step) => console.log(step),
    // Towns are copied from the stories: a recording in them would be written down once for each.
    dictation: 'none',
    env: { TRANSCRIBER_HUB: 'off', METRICS_TOKEN: metricsToken },
  })
  process.env['E2E_ORIGIN'] = stack.origin
  process.env['E2E_POST'] = stack.postUrl
  process.env['E2E_DATABASE'] = stack.ownerUrl
  const keys = await demoKeys(folder)
  process.env['E2E_DATA_KEYS'] = keys.dataKeys
  process.env['E2E_INGEST_ISSUER'] = `http://localhost:${ports.broker}/ingest`
  process.env['E2E_INGEST_KEY'] = JSON.stringify(keys.ingest)
  return async () => {
    await stack.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
