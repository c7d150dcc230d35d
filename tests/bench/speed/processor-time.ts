import { readdir, readFile } from 'node:fs/promises'

/** Of one process, in ticks of the system's clock: its own, and of what it started and has ended. */
type ProcessorTicks = { parent: number; own: number; ofEnded: number }

// Of the clock in /proc/*/stat (proc(5)): 100 a second on every Linux that Node runs on.
const millisecondsOfTick = 10

/**
 * Milliseconds of processor time that a process and those it has started have used so far, those that have ended
 * too: in the program, and in the system for it.
 */
export async function processorMillisecondsOfFamily(pid: number): Promise<number> {
  const names = await readdir('/proc')
  const all = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .map(ticksOf),
  )
  const own = await ticksOf(pid)
  if (!own) throw new Error(`process ${pid} is not there`)
  const started = all.filter((each) => each?.parent === pid)
  const ticks = [own, ...started].reduce((sum, each) => sum + each!.own + each!.ofEnded, 0)
  return ticks * millisecondsOfTick
}

/** The same of the thread alone in which a process runs its program. */
export async function processorMillisecondsOfMainThread(pid: number): Promise<number> {
  const { own } = ticksOfStat(await readFile(`/proc/${pid}/task/${pid}/stat`, 'utf8'))
  return own * millisecondsOfTick
}

// A connection's process may have ended since it was listed.
async function ticksOf(pid: number): Promise<ProcessorTicks | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return stat === null ? null : ticksOfStat(stat)
}

/** Reads /proc/PID/stat (proc(5)). The name in brackets may hold anything, brackets too; what follows it is numbers. */
export function ticksOfStat(stat: string): ProcessorTicks {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const field = (number: number) => Number(fields[number - 3])
  return { parent: field(4), own: field(14) + field(15), ofEnded: field(16) + field(17) }
}
