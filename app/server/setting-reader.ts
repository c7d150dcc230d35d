import { z } from 'zod'

export type SettingsFault = { name: string; fault: string }

/** Undefined, with a fault noted, when the setting is missing or `parse` throws. */
export type Take = <T>(name: string, parse: (text: string) => T) => T | undefined

/** Collects every fault, so all can be reported at once. */
export function settingReader(env: NodeJS.ProcessEnv): { take: Take; faults: SettingsFault[] } {
  const faults: SettingsFault[] = []
  // Several parts may ask for the same setting.
  const note = (name: string, fault: string) => {
    if (!faults.some((known) => known.name === name)) faults.push({ name, fault })
  }
  const take: Take = (name, parse) => {
    const text = env[name]
    if (!text) return void note(name, 'is missing')
    try {
      return parse(text)
    } catch (error) {
      note(name, faultText(error))
    }
  }
  return { take, faults }
}

function faultText(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues[0]?.message ?? 'is wrong'
  return error instanceof Error && !(error instanceof SyntaxError) ? error.message : 'cannot be read'
}
