import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { DECODE_EXIT } from './decode-exit.ts'

export type DecodeOutcome = 'decoded' | 'undecodable' | 'tooLong'

type Options = {
  file: AsyncIterable<Uint8Array>
  longestSeconds: number
  onSound: (bytes: Buffer) => Promise<void>
  signal: AbortSignal
}

const program = fileURLToPath(new URL('decode-process.ts', import.meta.url))
/** Three hours of m4a take a minute and 400 MB. A file that needs far more is an attack. */
const LIMITS = { minutes: 15, memoryBytes: 1.2e9, heapMegabytes: 512 }

/** @throws Error when the process was ended from outside; trying again may work */
export async function decodeSound({
  file,
  longestSeconds,
  onSound,
  signal,
}: Options): Promise<DecodeOutcome> {
  const args = [
    `--max-old-space-size=${LIMITS.heapMegabytes}`,
    '--disable-warning=ExperimentalWarning',
    // It must read its own program, but not write files or start processes.
    '--permission',
    '--allow-fs-read=*',
    program,
  ]
  const child = spawn(process.execPath, [...args, String(longestSeconds), String(LIMITS.memoryBytes)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // Files come from outside, so the process gets none of our settings.
    env: {} as NodeJS.ProcessEnv,
    timeout: LIMITS.minutes * 60_000,
    killSignal: 'SIGKILL',
    signal,
  })
  const ended = once(child, 'close') as Promise<[number | null, string | null]>
  const fed = feed(child.stdin, file)
  // Both are waited for below, after the sound.
  for (const later of [ended, fed]) later.catch(() => undefined)
  try {
    for await (const bytes of child.stdout) await onSound(bytes as Buffer)
    await fed
  } catch (error) {
    child.kill('SIGKILL')
    await ended.catch(() => undefined)
    throw error
  }
  const [code, killedBy] = await ended
  if (code === 0) return 'decoded'
  if (code === DECODE_EXIT.undecodable) return 'undecodable'
  if (code === DECODE_EXIT.tooLong || code === DECODE_EXIT.tooLarge) return 'tooLong'
  // A decoder that crashes on a file would crash again.
  if (killedBy === null || killedBy === 'SIGSEGV' || killedBy === 'SIGABRT') return 'undecodable'
  throw new Error(`decoding was ended by ${killedBy}`)
}

/** @throws what reading the file throws. A decoder that ends early is no fault here: its exit code says why. */
async function feed(input: Writable, file: AsyncIterable<Uint8Array>): Promise<void> {
  let fault: { error: unknown } | null = null
  const read = async function* () {
    try {
      yield* file
    } catch (error) {
      fault = { error }
      throw error
    }
  }
  await pipeline(read(), input).catch(() => {
    if (fault) throw fault.error
  })
}
