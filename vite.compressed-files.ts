import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Lays every public file of text compressed beside itself, as small as it gets: the portal only sends it. */
export function compressedFiles(): Plugin {
  let folder = ''
  return {
    name: 'compressed-files',
    apply: ({ build }, { command }) => command === 'build' && !build?.watch,
    configResolved: ({ root, build }) => void (folder = join(root, build.outDir)),
    closeBundle: async () => {
      const names = await readdir(folder, { recursive: true })
      for (const name of names.filter(isPublicText)) {
        const path = join(folder, name)
        const text = await readFile(path)
        await writeFile(`${path}.br`, brotliCompressSync(text))
        await writeFile(`${path}.gz`, gzipSync(text, { level: 9 }))
      }
    },
  }
}

/** What app/server/app.ts hands out: of the scripts in assets/, none. */
function isPublicText(name: string): boolean {
  return /\.(css|svg)$|^(islands\/)?[^/]+\.js$/.test(name)
}
