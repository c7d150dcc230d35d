import type { ServerBuild } from '@remix-run/node'
import { fileURLToPath } from 'node:url'
import { builtPortal } from '../../app/server/built-portal.ts'
import { inProcesses } from '../../app/server/processes/in-processes.ts'
import type { Pages } from '../../app/server/serve.ts'

await inProcesses(async (siblings) => {
  const isUnderVite = process.argv.includes('--dev')
  const { builtPages, servePortal } = await (isUnderVite
    ? import('../../app/server/serve.ts')
    : builtPortal())
  await servePortal({ production: false, pages: isUnderVite ? pagesUnderVite : builtPages, siblings })
})

async function pagesUnderVite(): Promise<Pages> {
  const { build, createServer } = await import('vite')
  const { default: express } = await import('express')
  const vite = await createServer({ server: { middlewareMode: true } })
  // Built separately: the Remix plugin would demand its hot-reload preamble.
  const outDir = fileURLToPath(new URL('../../.cache/islands', import.meta.url))
  const names = { entryFileNames: 'islands/[name].js', chunkFileNames: 'islands/[name].js' }
  await build({
    configFile: 'vite.islands.config.ts',
    mode: 'development',
    logLevel: 'warn',
    build: { outDir, watch: {}, minify: false, rollupOptions: { output: names } },
  })
  return {
    scripts: {
      desk: '/islands/desk.js',
      keepAnswer: '/islands/keep-answer.js',
      recorder: '/islands/recorder.js',
    },
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>,
    files: express.Router().use(express.static(outDir), vite.middlewares),
  }
}
