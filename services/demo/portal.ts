import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import { fileURLToPath } from 'node:url'
import { builtPages, servePortal, type Pages } from '../../app/server/serve.ts'

await servePortal({ production: false, pages: process.argv.includes('--dev') ? pagesUnderVite : builtPages })

async function pagesUnderVite(): Promise<Pages> {
  const { build, createServer } = await import('vite')
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
