import { spawnSync } from 'node:child_process'

/** What one of the machine's programs says about it; whether it is content is for whoever reads it to tell. */
export function said(program: string, ...args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (error) throw error
  return stdout + stderr
}
