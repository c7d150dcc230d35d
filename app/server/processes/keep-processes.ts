import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createLog } from '../log.ts'
import { runUntilTold, type Running } from '../run-until-told.ts'
import { exchangeCounts, send } from './exchange-counts.ts'
import { pauseAfter } from './pause-after.ts'

/** How long the next one waits for a relieved process: a long upload holds up nobody. */
const relievedMs = 10_000

/** Has so many processes answer requests, replaces those that end, and on SIGHUP each of them, one at a time. */
export function keepProcesses(count: number): Promise<void> {
  const log = createLog(process.env['LOG_LEVEL'] ?? 'info')
  return runUntilTold(() => Promise.resolve(startProcesses(count, log)), 15_000)
}

/** Returns before they are there, so that it can be told to end them while they start. */
function startProcesses(count: number, log: Logger): Running {
  // The kernel gives each connection to a process that takes it. Passed on from here, one would be lost with each process
  // that dies, and each would cost a third of a page (decision 40).
  cluster.schedulingPolicy = cluster.SCHED_NONE
  const serving = new Set<Worker>()
  const starting = new Set<Promise<unknown>>()
  const pauses = pauseAfter()
  const state = { isEnding: false }
  // A function, since the value changes during the awaits.
  const isEnding = () => state.isEnding
  const counts = exchangeCounts()

  /** @returns null once it listens, or the code with which it ended before */
  const begin = async (): Promise<number | null> => {
    const worker = cluster.fork()
    const bornAt = performance.now()
    worker.on('error', () => undefined)
    worker.on('message', (message: unknown) => counts.take(worker, message))
    worker.once('disconnect', () => counts.bury(worker))
    worker.once('exit', (code: number | null, signal: string | null) => {
      // Told to leave, or never there.
      if (!serving.delete(worker) || isEnding()) return
      log.warn({ pid: worker.process.pid, exitCode: code, signal }, 'a web process has ended')
      pauses.note(performance.now() - bornAt)
      void beginUntilThere()
    })
    const listens = once(worker, 'listening').then(() => true)
    const settled = Promise.race([listens, once(worker, 'exit').then(() => false)])
    starting.add(settled)
    const isThere = await settled
    starting.delete(settled)
    if (!isThere) return codeOf(worker)
    serving.add(worker)
    counts.join(worker)
    return null
  }
  const beginUntilThere = async (): Promise<void> => {
    for (;;) {
      await pause(pauses.now())
      if (isEnding()) return
      const code = await begin()
      if (code === null || isEnding()) return
      log.error({ exitCode: code }, 'a web process does not start')
      // Whoever started us sees it, and has rules of its own for starting again.
      if (serving.size === 0) process.exit(code)
      pauses.note(0)
    }
  }
  const replaceAll = async (): Promise<void> => {
    // One that is starting may have read the old build.
    await Promise.all(starting)
    log.info('replacing each web process')
    for (const old of [...serving]) {
      if (isEnding()) return
      if ((await begin()) !== null) return log.error('a new web process does not start: the old ones stay')
      // It may have ended meanwhile, and been replaced.
      if (!serving.delete(old)) continue
      send(old, { kind: 'leave' })
      await Promise.race([ended(old), pause(relievedMs)])
    }
    log.info('each web process is replaced')
  }

  const beginAll = async (): Promise<void> => {
    const code = await begin()
    // It has said why.
    if (code !== null && !isEnding()) process.exit(code)
    await Promise.all(Array.from({ length: count - 1 }, beginUntilThere))
    if (!isEnding()) process.send?.('listening')
  }

  let doing = beginAll()
  process.on('SIGHUP', () => void (doing = doing.then(replaceAll)))
  return {
    end: async () => {
      state.isEnding = true
      const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
      for (const worker of workers) worker.process.kill('SIGTERM')
      await Promise.all(workers.map(ended))
    },
  }
}

/** Whoever ends before it listens has failed, whatever it says. */
function codeOf({ process: { exitCode } }: Worker): number {
  return exitCode === null || exitCode === 0 ? 1 : exitCode
}

async function ended(worker: Worker): Promise<void> {
  if (!worker.isDead()) await once(worker, 'exit')
}
