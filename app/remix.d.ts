import '@remix-run/server-runtime'
import type { RequestContext } from './server/request-context.ts'

declare module '@remix-run/server-runtime' {
  // Loaders give dates as dates.
  interface Future {
    v3_singleFetch: true
  }
  // Types `context` in every loader and action.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/consistent-type-definitions
  interface AppLoadContext extends RequestContext {}
}
