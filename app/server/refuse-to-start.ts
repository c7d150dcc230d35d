import { z } from 'zod'
import type { SettingsFault } from './setting-reader.ts'

export function refuseToStart(part: string, faults: readonly SettingsFault[]): never {
  for (const { name, fault } of faults) console.error(`${name} ${fault}`)
  console.error(
    `${part} does not start: ${faults.length} to put right; .env.example has a line for each setting`,
  )
  process.exit(1)
}

export function startFailure(part: string): (error: unknown) => void {
  return (error) => {
    console.error(`${part} does not start: ${explain(error)}`)
    process.exitCode = 1
  }
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  }
  return error instanceof Error ? error.message : String(error)
}
