import type { Server } from 'node:http'
import { departureOf } from './departure.ts'
import type { Siblings } from './processes/siblings.ts'
import type { Running } from './run-until-told.ts'

type Serving = {
  server: Server
  /** Needed first, because the server waits for every answer. */
  endStreams: () => Promise<void>
  release: () => Promise<void>
  siblings: Siblings | null
}

const atOnce = { idleMs: 0, patienceMs: 10_000 }
// Others answer meanwhile, so what is under way has its time: a person may send a file for 15 minutes. And what a proxy
// is just sending on a connection that was idle is still answered.
const relieved = { idleMs: 5_000, patienceMs: 900_000 }

/** How a server that has begun ends: when it is told, or when another process is there in its place. */
export function shutdownOf({ server, endStreams, release, siblings }: Serving): Running {
  const departure = departureOf(server)
  const leave = async (how: typeof atOnce) => {
    const streamsEnded = endStreams()
    await departure.leave(how)
    await streamsEnded
  }
  return {
    ...(siblings && { over: siblings.relieved.then(() => leave(relieved)) }),
    end: async () => {
      await leave(atOnce)
      await release()
      await siblings?.tellLast()
    },
  }
}
