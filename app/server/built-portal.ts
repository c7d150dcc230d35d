import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import type * as server from './serve.ts'

const folder = new URL('../../build/', import.meta.url)

/**
 * The server as it was built, with its pages (vite.server-bundle.ts). What V8 makes of it is kept beside it when it ends,
 * where that may be written, and need not be made at the next start. Whoever could write there could write the build.
 * @throws Error when it has not been built
 */
export async function builtPortal(): Promise<typeof server> {
  enableCompileCache(fileURLToPath(new URL('compiled', folder)))
  return (await import(new URL('server/portal.js', folder).href)) as typeof server
}
