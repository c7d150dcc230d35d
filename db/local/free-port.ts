import { createServer } from 'node:net'

// Below what Linux (32768) and others (49152) give to whoever asks for any port: nothing takes one of these by
// chance while its holder is away, be it a server on port 0 or the near end of a connection.
const first = 10_240
const last = 32_000
const perProcess = 64

let handedOut = 0

/**
 * A port on 127.0.0.1 that nobody holds at this moment. None is given twice in one process, and processes that run
 * beside each other begin in different places.
 */
export async function freePort(): Promise<number> {
  const span = last - first
  for (let tried = 0; tried < span; tried += 1) {
    const port = first + ((process.pid * perProcess + handedOut++) % span)
    if (await isFree(port)) return port
  }
  throw new Error(`no port is free between ${first} and ${last}`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
