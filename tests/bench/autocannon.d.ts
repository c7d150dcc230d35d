/** The part of autocannon (which ships no types) that `load.ts` uses. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  type Options = {
    url: string
    connections: number
    /** Seconds. */
    duration?: number
    /** Requests, in place of a duration. */
    amount?: number
    headers: Record<string, string>
    /** Seconds until an answer counts as never come. */
    timeout: number
  }
  type Result = { '2xx': number; non2xx: number; errors: number; timeouts: number; duration: number }
  type Run = EventEmitter & { stop: () => void }

  export default function autocannon(
    options: Options,
    done: (error: Error | null, result: Result) => void,
  ): Run
}
