import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import type { PdfOrder, PdfReply } from './pdf-order.ts'
import { MissingGlyph, PdfRefusal } from './pdf-refusal.ts'

// Seven pages take a tenth of a second. What takes far more hangs.
const patience = 30_000
const mostWaiting = 50

const source = 'app/document/pdf/pdf-process.ts'
/** Where this is part of the build, the program is there too, in one file: its packages are sixty (decision 43). */
const built = 'build/server/pdf-process.js'
const program = join(
  dirname(findPackageJSON('.', import.meta.url)!),
  import.meta.url.endsWith('/pdf-maker.ts') ? source : built,
)

let maker: ChildProcess | null = null
let last: Promise<unknown> = Promise.resolve()
let waiting = 0

type Made = Extract<PdfReply, { kind: 'made' }>

/** One after another, in one process that is started when first needed. @throws PdfRefusal */
export async function order(sent: PdfOrder): Promise<Made> {
  if (waiting >= mostWaiting) throw new PdfRefusal('busy')
  waiting++
  const made = last.then(() => answerTo(sent))
  last = made.catch(() => undefined)
  try {
    return madeOf(await made)
  } finally {
    waiting--
  }
}

/** Ends the process. It ends by itself with ours; the next order starts another one. */
export async function endPdfMaker(): Promise<void> {
  await last
  const ending = maker
  if (ending?.connected !== true) return
  const ended = once(ending, 'exit')
  hold(ending, true)
  ending.disconnect()
  await ended
}

async function answerTo(sent: PdfOrder): Promise<PdfReply | null> {
  maker ??= start()
  const child = maker
  const settled = new AbortController()
  const { signal } = settled
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  hold(child, true)
  try {
    const died = once(child, 'exit', { signal }).then(() => null)
    const answered = once(child, 'message', { signal }).then(([reply]) => reply as PdfReply)
    // Neither may be left to reject with nobody there.
    for (const later of [died, answered]) later.catch(() => undefined)
    child.send(sent)
    return await Promise.race([answered, died])
  } finally {
    clearTimeout(timer)
    settled.abort()
    hold(child, false)
  }
}

function start(): ChildProcess {
  const child = fork(program, {
    serialization: 'advanced',
    // The compiler is native code. It needs to read its program, and neither settings nor a time zone of ours.
    execArgv: ['--permission', '--allow-fs-read=*', '--allow-addons', '--disable-warning=SecurityWarning'],
    env: { TZ: 'UTC' } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.once('exit', () => {
    if (maker === child) maker = null
  })
  // Without a listener a failed send would end us. The exit tells.
  child.on('error', () => undefined)
  return child
}

/** Waiting for work it does not keep us alive. */
function hold(child: ChildProcess, isHeld: boolean): void {
  if (isHeld) child.ref()
  else child.unref()
  const channel = child.channel
  if (isHeld) channel?.ref()
  else channel?.unref()
}

function madeOf(reply: PdfReply | null): Made {
  if (reply?.kind === 'made') return reply
  if (!reply) throw new PdfRefusal('cannotBeMade')
  throw reply.rule === 'missingGlyph' ? new MissingGlyph(reply.characters) : new PdfRefusal(reply.rule)
}
