import { expect, type APIRequestContext } from '@playwright/test'
import type { PersonKey } from '../../db/seed/people'
import type { Town } from './town'

/** Every page a reader comes to by links, breadth first: address → status, headers and body, without what differs by nature. */
export async function reachedPages(
  request: APIRequestContext,
  home = '/hem',
  headers: Record<string, string> = {},
): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const waiting = [home]
  for (let address = waiting.shift(); address; address = waiting.shift()) {
    if (pages.has(address)) continue
    const answer = await request.get(address, { headers })
    const { 'x-request-id': requestId = '', ...told } = answer.headers()
    delete told['date']
    // How small the body became, with what differs by nature in it: the body itself is compared.
    if (told['content-encoding']) delete told['content-length']
    expect(answer.status(), address).toBe(200)
    const body = await answer.text()
    const page = body
      .replaceAll(requestId, 'ID')
      .replace(/data-session-ends="\d+"|name="(?:form_key|message|point|request|draft)" value="[^"]+"/g, '')
    pages.set(address, `${JSON.stringify(told)}\n${page}`)
    const named = [...body.matchAll(/ (?:href|src|action)="([/?][^"#]*)/g)].map(([, link]) =>
      link!.replaceAll('&amp;', '&'),
    )
    const links = named.map((link) => (link.startsWith('?') ? address.replace(/\?.*/, '') + link : link))
    waiting.push(
      ...links
        .filter((link) => !/^\/(logga-ut|lamna|sessionen|sprak)|\.(css|js|svg)$/.test(link))
        // A preview shows staff the links of its reader, who alone can follow them.
        .filter((link) => home === '/hem' || !link.startsWith('/arenden/')),
    )
  }
  return pages
}

/** Pages of one person in two towns can be compared: each town has its name, its readings their minutes, and its forms a mark. */
export function withoutTown(pages: Map<string, string>, town: Town, who: PersonKey): Record<string, string> {
  return Object.fromEntries(
    [...pages].map(([address, page]) => [
      address,
      page
        .replaceAll(town.name, 'Provköping')
        .replaceAll(town.mark(who), 'MARK')
        .replace(/\b\d\d\.\d\d\b/g, '00.00')
        .replace(/(dateTime="\d{4}-\d\d-\d\dT)[\d:.]+Z"/g, '$1"'),
    ]),
  )
}
