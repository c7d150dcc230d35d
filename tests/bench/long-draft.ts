import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { staffAt } from '../../app/addresses.ts'
import { rawGet } from './raw-get.ts'
import { number, type Part } from './report.ts'
import type { Desk } from './workplace.ts'

type LongDraft = { owner: pg.Pool; address: string; desk: Desk }
type Found = { kind: string; origin: 'typed' | 'said'; page: string; seconds: number; stall: number }

const characters = 99_000
const longestStall = 50

const kinds: readonly (readonly [string, string])[] = [
  ['telephone numbers', '0701234567 '],
  ['digits one by one', '2 0 1 0 0 1 0 1 - 2 3 8 2 '],
  ['negations', 'inte '],
  ['dates', '12 mars '],
  ['addresses', 'Storgatan 4 '],
  ['paragraphs of a word', 'inte\n\n'],
  ['letters in two parts', 'e\u0301 '],
  ['one word', 'a'],
]

const pages = [
  ['review', staffAt.review],
  ['readers', staffAt.readers],
  ['signature', staffAt.sign],
] as const

/** How long the pages of a draft of forty pages take, and how long somebody else's request waits meanwhile. */
export async function measureLongDraft(means: LongDraft): Promise<Part> {
  const found: Found[] = []
  await look(means, 'a short draft', 'typed', 'Tindra kom.')
  for (const [kind, part] of kinds) {
    const text = part.repeat(Math.ceil(characters / part.length)).slice(0, characters)
    found.push(...(await look(means, kind, 'typed', text)), ...(await look(means, kind, 'said', text)))
  }
  return longDraftPart(found)
}

async function look(
  { owner, address, desk }: LongDraft,
  kind: string,
  origin: Found['origin'],
  text: string,
): Promise<Found[]> {
  await write(owner, desk.noteId, { text, isSaid: origin === 'said' })
  const found: Found[] = []
  for (const [page, addressOf] of pages) {
    const begun = performance.now()
    const asked = rawGet(`${address}${addressOf(desk.noteId)}`, { Cookie: desk.cookie })
    const stall = await longestWait(address, asked)
    const { status } = await asked
    if (status !== 200) throw new Error(`the ${page} page answered ${status}`)
    found.push({ kind, origin, page, seconds: (performance.now() - begun) / 1000, stall })
  }
  return found
}

/** Asks for something small again and again until the page is there. */
async function longestWait(address: string, page: Promise<unknown>): Promise<number> {
  const state = { isWaiting: true }
  const done = page.finally(() => (state.isWaiting = false))
  let longest = 0
  while (state.isWaiting) {
    const begun = performance.now()
    await rawGet(`${address}/healthz`, {})
    longest = Math.max(longest, performance.now() - begun)
  }
  await done
  return longest
}

async function write(owner: pg.Pool, noteId: string, { text, isSaid }: { text: string; isSaid: boolean }) {
  const { rows } = await owner.query<{ versionId: string }>(
    'update note_version set draft_text = $2, merged_to = $3 where note_id = $1 returning id as "versionId"',
    [noteId, text, isSaid ? 1 : 0],
  )
  const { versionId } = rows[0]!
  await owner.query('delete from recording where note_version_id = $1', [versionId])
  if (!isSaid) return
  const recordingId = randomUUID()
  await owner.query(
    `insert into recording (municipality_id, id, note_version_id, author_id, source, state, started_at, final_pass, key_encrypted)
     select municipality_id, $2, id, written_by, 'live', 'transcribed', now(), 'done', '\\x00'
       from note_version where id = $1`,
    [versionId, recordingId],
  )
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word, index) => ({ text: word, start: index * 100, end: index * 100 + 90, p: (index % 100) / 100 }))
  await owner.query(
    `insert into transcript_segment (municipality_id, note_version_id, number, recording_id, kind, start_ms, end_ms, text, words, engine)
     select municipality_id, id, 1, $2, 'speech', 0, 10000000, $3, $4, 'bench' from note_version where id = $1`,
    [versionId, recordingId, text, JSON.stringify(words)],
  )
}

function longDraftPart(found: readonly Found[]): Part {
  const stall = Math.max(...found.map((each) => each.stall))
  return {
    section: {
      heading: 'A draft of forty pages',
      about:
        `Drafts of ${number(characters)} characters of one kind, typed and said, whose pages are opened one after another ` +
        'while somebody else asks for /healthz again and again on another connection. The wait is the longest of these.',
      columns: ['text', 'origin', 'page', 's', 'longest wait of others, ms'],
      rows: found.map(({ kind, origin, page, seconds, stall }) => [
        kind,
        origin,
        page,
        number(seconds),
        number(stall),
      ]),
    },
    checks: [
      {
        name: 'longest wait of others while a long draft is opened',
        found: stall,
        limit: longestStall,
        rule: 'atMost',
        unit: ' ms',
      },
    ],
  }
}
