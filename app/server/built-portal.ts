import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import type * as server from './serve.ts'

const folder = new URL('../../build/', import.meta.url)
/** What V8 makes of the build. */
export const compiled = fileURLToPath(new URL('compiled', folder))

/**
 * The server as it was built, with its pages (vite.server-bundle.ts). What V8 makes of it lies beside it and need not be made at
 * a start (keep-compiled.ts). Whoever could write there could write the build.
 * @throws Error when it has not been built
 */
export async function builtPortal(): Promise<typeof server> {
  enableCompileCache(compiled)
  return (await import(new URL('server/portal.js', folder).href)) as typeof server
}
