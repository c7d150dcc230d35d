import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { LanguageProvider, LanguagesProvider, languageValue } from './i18n/language-context'
import type { Language } from './i18n/languages'
import { textsIn } from './i18n/texts.server'
import { outcomeOf } from './visitor/outcome'
import { VisitorProvider } from './visitor/visitor-context'

export { renderProblem } from './page/render-problem'

/** Remix keeps a page's data so long for promises that are still to be kept. There are none: it lets go at once. */
export const streamTimeout = 0

/** A page is one string: no stream, no serialised loader data, no framework script (architecture 5). */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream, ...remix }: EntryContext,
  { visitor, requestId, now, deliver }: AppLoadContext,
): Response {
  // Loader data that nobody reads. Built, there is none of it (vite.remix-once.ts).
  void serverHandoffStream
  const address = new URL(request.url)
  // An error's page says so by its own title.
  const outcome = remix.staticHandlerContext.errors ? null : outcomeOf(status, address)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const moment = now()
  const languageIn = (language: Language) => languageValue(language, textsIn(language), moment)
  const html = renderToString(
    <LanguagesProvider languageIn={languageIn}>
      <LanguageProvider value={languageIn(visitor.language)}>
        <VisitorProvider value={{ ...visitor, requestId, path: address.pathname, outcome }}>
          <RemixServer context={remix} url={request.url} />
        </VisitorProvider>
      </LanguageProvider>
    </LanguagesProvider>,
  )
  deliver(`<!DOCTYPE html>${html}`)
  return new Response(null, { status, headers })
}

/** What a page did not expect. The database's own words may repeat a row: createLog keeps code and place only. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  // An address that is no page's is no fault; the request's own line tells of it.
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.log.error({ requestId: context.requestId, error }, 'page failed')
}
