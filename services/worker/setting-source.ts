import { settingReader } from '../../app/server/setting-reader.ts'

export type SettingSource = ReturnType<typeof settingSource>

/** Reads settings by name and gathers the fault of each wrong one. */
export function settingSource(env: NodeJS.ProcessEnv) {
  return {
    ...settingReader(env),
    /** An empty line in a settings file counts as missing. */
    optional: (name: string) => (env[name] === '' ? undefined : env[name]),
  }
}
