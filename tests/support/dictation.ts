import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { chromiumArgs, findTestChromium } from './chromium'
import type { Town } from './town'

const tindrasCase = storyId('case', 'EK-2026-0412')

/**
 * A browser whose microphone plays a wav file once.
 * @param file name in tests/speech
 */
export function browserThatHears(file: string): Promise<Browser> {
  const sound = join(import.meta.dirname, '../speech', file)
  return chromium.launch({
    executablePath: findTestChromium(),
    args: [
      ...chromiumArgs,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${sound}%noloop`,
    ],
  })
}

/** A new note about Tindra, as far as the desk. */
export async function beginNote(page: Page): Promise<void> {
  await page.goto(`/handlaggare/arenden/${tindrasCase}/ny-anteckning`)
  await page.getByRole('button', { name: 'Samtal', exact: true }).click()
  await page.waitForURL(/\/handlaggare\/anteckningar\/[0-9a-f-]{36}$/)
}

/** What the town's database has of the dictations of its drafts. */
export async function storedDictations({ owner, id }: Town) {
  const { rows } = await owner.query<{
    state: string
    last: number | null
    chunks: number
    numbers: number[]
  }>(
    `select r.state, r.last_number as last, count(n)::int as chunks, array_agg(n order by n) as numbers
       from recording r left join recording_chunk c on c.municipality_id = r.municipality_id and c.recording_id = r.id
       left join lateral generate_series(c.number, c.number + c.numbers - 1) n on true
      where r.municipality_id = $1 group by r.id, r.state, r.last_number`,
    [id],
  )
  return rows
}

/**
 * What the engine heard in the only dictation of the town, in order, and that no sound of it was heard twice. The
 * model writes other words each time, as the phrases are cut a moment sooner or later.
 */
export async function heardPhrases({ owner, id }: Town): Promise<string[]> {
  const { rows } = await owner.query<{ text: string; start: number; end: number }>(
    `select text, start_ms as start, end_ms as "end" from transcript_segment
      where municipality_id = $1 and kind = 'speech' order by number`,
    [id],
  )
  const isInOrder = rows.every(({ start }, index) => index === 0 || start >= rows[index - 1]!.end)
  if (!isInOrder) throw new Error(`heard twice: ${JSON.stringify(rows)}`)
  return rows.map(({ text }) => text)
}

/** A text without what joining phrases changes: spaces, and the letter after a full stop. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The drafts of Samira in the town: there are none in the stories. */
export async function storedDrafts({ owner, id }: Town) {
  const { rows } = await owner.query<{ text: string; revision: number; origin: string }>(
    `select draft_text as text, revision, origin from note_version
      where municipality_id = $1 and signed_at is null and written_by is not null order by note_id`,
    [id],
  )
  return rows
}
