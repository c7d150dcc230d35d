import { freePort } from '../../db/local/free-port'
import type { Ports } from '../../services/demo/ports'

/** Ports that nobody listens on, for a demo of a test's own. */
export async function freePorts(): Promise<Ports> {
  const [portal, broker, transcriber, seal, post, mail, database] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  return { portal, broker, transcriber, seal, post, mail, database }
}
