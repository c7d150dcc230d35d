import autocannon from 'autocannon'
import { quantile } from './median.ts'
import type { Plan } from './plan.ts'
import { oneConnection, rawGet } from './raw-get.ts'

export type Load = { perSecond: number; answers: number; p50: number; p99: number }
export type Target = { url: string; headers: Record<string, string> }

/**
 * Requests on open connections, each as soon as the one before is answered. The load is made in this process,
 * which has nothing else to do meanwhile.
 * @returns times in milliseconds
 * @throws Error when an answer is anything but 2xx
 */
export async function loadOn(target: Target, { connections, seconds, warmUpRequests }: Plan): Promise<Load> {
  if (warmUpRequests > 0) await run(target, { connections, amount: warmUpRequests }, 'warmUp')
  return run(target, { connections, duration: seconds }, 'measured')
}

// Seconds for one answer: the first of a page on each connection wait for its planning, all at once.
const patience = 60

type Extent = { connections: number; duration: number } | { connections: number; amount: number }

function run({ url, headers }: Target, extent: Extent, purpose: 'warmUp' | 'measured'): Promise<Load> {
  const times: number[] = []
  return new Promise((resolve, reject) => {
    const running = autocannon({ url, headers, timeout: patience, ...extent }, (error, result) => {
      if (error) return reject(error)
      const failed = result.non2xx + result.errors + result.timeouts
      const { pathname } = new URL(url)
      // An earlier portal may need longer for its plans, made on all connections at once, than it lets a statement take.
      if (failed > 0 && purpose === 'measured')
        return reject(new Error(`${failed} answers of ${pathname} under load were not 2xx`))
      resolve({
        perSecond: result['2xx'] / result.duration,
        answers: result['2xx'],
        p50: quantile(times, 0.5),
        p99: quantile(times, 0.99),
      })
    })
    running.on('response', (_client: unknown, _status: number, _bytes: number, milliseconds: number) =>
      times.push(milliseconds),
    )
  })
}

/** Milliseconds of each of so many requests, one after another on one connection. */
export async function timesAlone({ url, headers }: Target, requests: number): Promise<number[]> {
  const agent = oneConnection()
  const times: number[] = []
  for (let index = 0; index < requests; index += 1) {
    const begun = performance.now()
    const { status } = await rawGet(url, headers, agent)
    times.push(performance.now() - begun)
    if (status !== 200) throw new Error(`${new URL(url).pathname} answers ${status}`)
  }
  agent.destroy()
  return times
}
