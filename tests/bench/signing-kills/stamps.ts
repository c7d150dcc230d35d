import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Authority } from '../../../services/broker/bankid/authority.ts'
import { startTimeStampService } from '../../../services/broker/time-stamp/time-stamp-service.ts'
import { endLater } from '../ending.ts'
import type { Hold } from './hold.ts'

/** A time-stamp service that can be made to keep its answer to itself. */
export type Stamps = { url: string; hold: () => Hold }

export async function startStamps(authority: Authority): Promise<Stamps> {
  const service = await startTimeStampService({ authority, now: () => new Date() })
  let held: { asked: () => void; isFree: Promise<void> } | null = null
  const server = createServer((request, response) => {
    const answer = async () => {
      const body = await buffer(request)
      held?.asked()
      await held?.isFree
      const given = await fetch(service.url(), { method: 'POST', body: Uint8Array.from(body) })
      response.setHeader('content-type', 'application/timestamp-reply')
      response.end(Buffer.from(await given.arrayBuffer()))
    }
    answer().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endLater(async () => {
    server.close()
    server.closeAllConnections()
    await service.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    hold: () => {
      const [asked, free] = [signal(), signal()]
      held = { asked: asked.give, isFree: free.given }
      return {
        isReached: () => asked.given,
        release: () => {
          held = null
          free.give()
          return Promise.resolve()
        },
      }
    },
  }
}

function signal(): { give: () => void; given: Promise<void> } {
  let give: () => void = () => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  return { give: () => give(), given }
}
