import { z } from 'zod'
import { parseDataKeys, type DataKeys } from '../../../app/person/data-keys.ts'
import { engineAddressFault } from '../engine/allowed-engine.ts'
import type { SettingSource } from '../setting-source.ts'

export type RecordingSettings = {
  dataKeys: DataKeys
  engine: { url: string; key: string | null; live: string; final: string }
  /** What the text of a phrase may wait for a preview, in ms. */
  previewMaxDelayMs: number
}

/** Shorter than what is noticed beside the silence by which a phrase is known to be over. */
const PREVIEW_MAX_DELAY_MS = 500

export async function readRecordingSettings({
  take,
  optional,
  faults,
}: SettingSource): Promise<RecordingSettings | null> {
  const dataKeys = take('DATA_KEYS', parseDataKeys)
  const url = take('TRANSCRIBER_URL', (text) => z.url({ protocol: /^https?$/ }).parse(text))
  const live = take('TRANSCRIBER_MODEL', (text) => text)
  const previewMaxDelayMs = optional('PREVIEW_MAX_DELAY_MS')
    ? take('PREVIEW_MAX_DELAY_MS', (text) => z.coerce.number().int().min(0).max(10_000).parse(text))
    : PREVIEW_MAX_DELAY_MS
  const fault = url && optional('TRANSCRIBER_ALLOW_PUBLIC') !== 'true' ? await engineAddressFault(url) : null
  if (fault) faults.push({ name: 'TRANSCRIBER_URL', fault })
  if (fault || !dataKeys || !url || !live || previewMaxDelayMs === undefined) return null
  const key = optional('TRANSCRIBER_KEY') ?? null
  const final = optional('TRANSCRIBER_FINAL_MODEL') ?? live
  return { dataKeys, engine: { url, key, live, final }, previewMaxDelayMs }
}
