import { z } from 'zod'
import { engineAddressFault } from '../../app/dictation/engine/allowed-engine.ts'
import { parseDataKeys, type DataKeys } from '../../app/person/personal-identity-number.ts'

/** Everything the worker is told from outside (.env.example has a line for each). */
export type WorkerSettings = {
  databaseUrl: string
  dataKeys: DataKeys
  engine: { url: string; key: string | null; live: string; final: string }
  logLevel: string
  /** Where the clock starts when the process does; null follows the machine. */
  clock: Date | null
}

export type SettingsFault = { name: string; fault: string }

/** @returns the settings, or every missing or unsafe one by name; a fault never repeats a secret value */
export async function readWorkerSettings(
  env: NodeJS.ProcessEnv,
): Promise<{ settings: WorkerSettings } | { faults: SettingsFault[] }> {
  const faults: SettingsFault[] = []
  const take = <T>(name: string, parse: (text: string) => T): T | undefined => {
    const text = env[name]
    if (!text) return void faults.push({ name, fault: 'is missing' })
    try {
      return parse(text)
    } catch (error) {
      faults.push({
        name,
        fault: error instanceof z.ZodError ? 'is not an address' : (error as Error).message,
      })
    }
  }
  const databaseUrl = take('DATABASE_URL', (text) => z.url().parse(text))
  const dataKeys = take('DATA_KEYS', parseDataKeys)
  const url = take('TRANSCRIBER_URL', (text) => z.url({ protocol: /^https?$/ }).parse(text))
  const live = take('TRANSCRIBER_MODEL', (text) => text)
  const fault = url && env['TRANSCRIBER_ALLOW_PUBLIC'] !== 'true' ? await engineAddressFault(url) : null
  if (fault) faults.push({ name: 'TRANSCRIBER_URL', fault })
  const clock = env['CLOCK'] ? take('CLOCK', (text) => clockOf(text, env['NODE_ENV'] === 'production')) : null
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

function clockOf(text: string, production: boolean): Date {
  if (production) throw new Error('is for tests and the demo only')
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime())) throw new Error('must look like 2026-09-15T09:00:00Z')
  return moment
}
