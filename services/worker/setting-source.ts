import { settingReader } from '../../app/server/setting-reader.ts'

export type SettingSource = ReturnType<typeof settingSource>

/** An empty line in a settings file counts as missing. */
export function settingSource(env: NodeJS.ProcessEnv) {
  return {
    ...settingReader(env),
    optional: (name: string) => (env[name] === '' ? undefined : env[name]),
  }
}
