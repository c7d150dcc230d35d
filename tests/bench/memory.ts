import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Resident memory of a process in megabytes (10^6 bytes), as the system counts it. */
export async function residentMegabytes(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return (Number(stdout) * 1024) / 1e6
}

/**
 * Memory of a process and of those it has started, in megabytes: what they share is counted once (Linux's PSS;
 * elsewhere resident memory, where it is counted in each).
 */
export async function megabytesOfAll(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='])
  const parents = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const family = [pid]
  for (const member of family) {
    family.push(...parents.filter(([, parent]) => parent === member).map(([child]) => child!))
  }
  const sizes = await Promise.all(family.map(proportionalMegabytes))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function proportionalMegabytes(pid: number): Promise<number> {
  const summary = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => null)
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(summary ?? '')?.[1]
  // A connection's process may have ended since it was listed.
  return kilobytes ? (Number(kilobytes) * 1024) / 1e6 : residentMegabytes(pid).catch(() => 0)
}
