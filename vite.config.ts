import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import remixOptions from './remix.config.js'
import { leftOut } from './vite.left-out.ts'
import { remixOnce } from './vite.remix-once.ts'
import { serverBundle } from './vite.server-bundle.ts'

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), serverBundle(), leftOut(), remixOnce(), pagesWithoutScript()],
  build: { target: 'es2020', sourcemap: false, assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
})

/** No page asks for the framework's scripts (docs/decisions/0004), so none lie among the public files. */
function pagesWithoutScript(): Plugin {
  let isForServer = false
  return {
    name: 'pages-without-script',
    apply: 'build',
    configResolved: (config) => void (isForServer = Boolean(config.build.ssr)),
    writeBundle: async ({ dir = '' }, bundle) => {
      if (isForServer) return
      const scripts = Object.values(bundle).filter((file) => file.type === 'chunk')
      await Promise.all(scripts.map((file) => rm(join(dir, file.fileName), { force: true })))
    },
  }
}
