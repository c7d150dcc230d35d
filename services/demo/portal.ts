import type { ServerBuild } from '@remix-run/node'
import { builtPages, servePortal, type Pages } from '../../app/server/serve.ts'

// The portal as the demo, the tests and development run it: with the test broker and a clock of its own.
await servePortal({ production: false, pages: process.argv.includes('--dev') ? pagesUnderVite : builtPages })

async function pagesUnderVite(): Promise<Pages> {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true } })
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>,
    files: vite.middlewares,
  }
}
