import { z } from 'zod'
import { parseDataKeys, type DataKeys } from '../../../app/person/data-keys.ts'
import { engineAddressFault } from '../engine/allowed-engine.ts'
import type { SettingSource } from '../setting-source.ts'

export type RecordingSettings = {
  dataKeys: DataKeys
  engine: { url: string; key: string | null; live: string; final: string }
}

export async function readRecordingSettings({
  take,
  optional,
  faults,
}: SettingSource): Promise<RecordingSettings | null> {
  const dataKeys = take('DATA_KEYS', parseDataKeys)
  const url = take('TRANSCRIBER_URL', (text) => z.url({ protocol: /^https?$/ }).parse(text))
  const live = take('TRANSCRIBER_MODEL', (text) => text)
  const fault = url && optional('TRANSCRIBER_ALLOW_PUBLIC') !== 'true' ? await engineAddressFault(url) : null
  if (fault) faults.push({ name: 'TRANSCRIBER_URL', fault })
  if (fault || !dataKeys || !url || !live) return null
  const key = optional('TRANSCRIBER_KEY') ?? null
  return { dataKeys, engine: { url, key, live, final: optional('TRANSCRIBER_FINAL_MODEL') ?? live } }
}
