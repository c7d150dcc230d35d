import { z } from 'zod'

export type SettingsFault = { name: string; fault: string }

/** Undefined, with a fault noted, when the setting is missing or `parse` throws. */
export type Take = <T>(name: string, parse: (text: string) => T) => T | undefined

/** Collects every fault, so all can be reported at once. */
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
