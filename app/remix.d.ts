import '@remix-run/server-runtime'
import type { RequestContext } from './context.ts'

declare module '@remix-run/server-runtime' {
  /* eslint-disable @typescript-eslint/consistent-type-definitions, @typescript-eslint/no-empty-object-type --
     only an interface can be added to */
  /** Loaders give dates as dates. */
  interface Future {
    v3_singleFetch: true
  }
  /** Types `context` in every loader and action. */
  interface AppLoadContext extends RequestContext {}
}
