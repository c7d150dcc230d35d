import { startSlowSender, type SlowSender } from '../support/slow-sender.ts'
import { median } from './median.ts'
import { number, type Part } from './report.ts'

/** 320 senders, and what others wait for meanwhile, in milliseconds. */
type Held = { from: string; held: number; exit: number[]; stall: number[]; refused: number }

const senders = 320
const asked = 100
const paths = ['/auth/start', '/hem', '/installningar', '/handlaggare', '/lamna', '/logga-ut']

const networks: readonly [name: string, addressOf: (index: number) => string][] = [
  ['nobody', () => ''],
  ['one address', () => '203.0.113.9'],
  ['many addresses', (index) => `198.51.${100 + Math.floor(index / 250)}.${1 + (index % 250)}`],
]

/** How long a quick exit and the front page take while bodies come byte by byte. */
export async function measureSlowSenders(address: string): Promise<Part> {
  const rounds: Held[] = []
  for (const [from, addressOf] of networks) rounds.push(await hold(address, { from, addressOf }))
  return slowSendersPart(rounds)
}

type Network = { from: string; addressOf: (index: number) => string }

async function hold(address: string, { from, addressOf }: Network): Promise<Held> {
  const slow: SlowSender[] = []
  const origin = address.replace('http:', 'https:')
  for (let index = 0; index < (addressOf(0) ? senders : 0); index += 1) {
    const headers = { 'X-Forwarded-For': addressOf(index) }
    slow.push(await startSlowSender({ address, origin, path: paths[index % paths.length]!, headers }))
  }
  const found: Held = { from, held: slow.length, exit: [], stall: [], refused: 0 }
  for (let round = 0; round < asked; round += 1) {
    const headers = { origin, 'x-forwarded-for': addressOf(round) || '192.0.2.1' }
    const exit = await timed(`${address}/lamna`, { method: 'POST', headers })
    const page = await timed(`${address}/`, { headers })
    found.exit.push(exit.milliseconds)
    found.stall.push(page.milliseconds)
    found.refused += Number(exit.status !== 303) + Number(page.status !== 200)
  }
  for (const sender of slow) sender.close()
  return found
}

async function timed(url: string, init: RequestInit) {
  const begun = performance.now()
  const answer = await fetch(url, { ...init, redirect: 'manual' })
  await answer.arrayBuffer()
  return { status: answer.status, milliseconds: performance.now() - begun }
}

function slowSendersPart(rounds: readonly Held[]): Part {
  const refused = rounds.reduce((total, round) => total + round.refused, 0)
  return {
    section: {
      heading: 'What slow senders close',
      about:
        `${senders} connections have said that a body comes and send one byte of it, to sign-in, to pages of persons and of ` +
        `staff, to quick exit and sign-out. Meanwhile a quick exit and the front page are asked for ${asked} times, one ` +
        'after the other, from an address of the senders. Before they were given places of their own, 300 of them closed ' +
        'everything.',
      columns: [
        'senders from',
        'held',
        'exit, median ms',
        'longest ms',
        'page, median ms',
        'longest ms',
        'refused',
      ],
      rows: rounds.map(({ from, held, exit, stall, refused: not }) => [
        from,
        String(held),
        number(median(exit)),
        number(Math.max(...exit)),
        number(median(stall)),
        number(Math.max(...stall)),
        String(not),
      ]),
    },
    checks: [
      { name: 'exits and pages refused beside slow senders', found: refused, limit: 0, rule: 'atMost' },
    ],
  }
}
