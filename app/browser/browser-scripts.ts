import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const manifest = z.record(z.string(), z.object({ file: z.string() }))

/** Addresses of the browser scripts other than enhance.js (docs/decisions/0012). */
export type BrowserScripts = {
  desk: string
  keepAnswer: string
  recorder: string
}

/**
 * @param build the folder that holds `client/`
 * @throws Error when they have not been built
 */
export async function readBrowserScripts(build: URL): Promise<BrowserScripts> {
  const text = await readFile(new URL('client/islands.json', build), 'utf8')
  const files = manifest.parse(JSON.parse(text))
  const addressOf = (entry: string) => {
    const found = files[`app/browser/${entry}`]
    if (!found) throw new Error(`${entry} is not among the built scripts`)
    return `/${found.file}`
  }
  return {
    desk: addressOf('desk.tsx'),
    keepAnswer: addressOf('keep-answer.ts'),
    recorder: addressOf('recorder.ts'),
  }
}
