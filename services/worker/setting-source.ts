import { settingReader } from '../../app/server/setting-reader.ts'

export type SettingSource = ReturnType<typeof settingSource>

/** An empty line in a settings file counts as missing. */
/** `production` refuses what belongs to the demo. */
export function settingSource(env: NodeJS.ProcessEnv, production: boolean) {
  return {
    env,
    production,
    ...settingReader(env),
    optional: (name: string) => (env[name] === '' ? undefined : env[name]),
  }
}
