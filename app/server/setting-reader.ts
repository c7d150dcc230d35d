import { z } from 'zod'

export type SettingsFault = { name: string; fault: string }

/** Undefined, and one more fault, when the setting is missing or `parse` throws. */
export type Take = <T>(name: string, parse: (text: string) => T) => T | undefined

/** Reads settings one by one and gathers every fault, to report all at once. */
export function settingReader(env: NodeJS.ProcessEnv): { take: Take; faults: SettingsFault[] } {
  const faults: SettingsFault[] = []
  const take: Take = (name, parse) => {
    const text = env[name]
    if (!text) return void faults.push({ name, fault: 'is missing' })
    try {
      return parse(text)
    } catch (error) {
      faults.push({ name, fault: faultText(error) })
    }
  }
  return { take, faults }
}

function faultText(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues[0]?.message ?? 'is wrong'
  return error instanceof Error && !(error instanceof SyntaxError) ? error.message : 'cannot be read'
}
