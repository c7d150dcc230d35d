import { z } from 'zod'
import { engineAddressFault } from './engine/allowed-engine.ts'
import { clockOf } from '../../app/server/clock-setting.ts'
import { settingReader, type SettingsFault } from '../../app/server/setting-reader.ts'
import { parseDataKeys, type DataKeys } from '../../app/person/data-keys.ts'

/** Everything the worker is told from outside (.env.example has a line for each). */
export type WorkerSettings = {
  databaseUrl: string
  dataKeys: DataKeys
  engine: { url: string; key: string | null; live: string; final: string }
  logLevel: string
  /** Where the clock starts when the process does; null follows the machine. */
  clock: Date | null
}

/**
 * Reads the settings.
 * @param production whether what belongs to the demo is refused
 * @returns the settings, or every missing or unsafe one by name; a fault never repeats a secret value
 */
export async function readWorkerSettings(
  env: NodeJS.ProcessEnv,
  production: boolean,
): Promise<{ settings: WorkerSettings } | { faults: SettingsFault[] }> {
  const { take, faults } = settingReader(env)
  const databaseUrl = take('DATABASE_URL', (text) => z.url().parse(text))
  const dataKeys = take('DATA_KEYS', parseDataKeys)
  const url = take('TRANSCRIBER_URL', (text) => z.url({ protocol: /^https?$/ }).parse(text))
  const live = take('TRANSCRIBER_MODEL', (text) => text)
  const fault = url && env['TRANSCRIBER_ALLOW_PUBLIC'] !== 'true' ? await engineAddressFault(url) : null
  if (fault) faults.push({ name: 'TRANSCRIBER_URL', fault })
  const clock = env['CLOCK'] ? take('CLOCK', (text) => clockOf(text, production)) : null
  if (faults.length > 0 || !databaseUrl || !dataKeys || !url || !live) return { faults }
  const final = told(env['TRANSCRIBER_FINAL_MODEL']) ?? live
  return {
    settings: {
      databaseUrl,
      dataKeys,
      engine: { url, key: told(env['TRANSCRIBER_KEY']) ?? null, live, final },
      logLevel: told(env['LOG_LEVEL']) ?? 'info',
      clock: clock ?? null,
    },
  }
}

/** An empty line in a settings file is no setting. */
function told(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}
