import type { APIRequestContext } from '@playwright/test'
import { hiddenChanges } from '../support/hidden-changes'
import { keptFromPeter } from '../support/kept-from-peter'
import { expect, test } from '../support/browser-test'
import { surveyCodeOf } from '../support/survey-codes'
import { foundTown, type Town } from '../support/town'

test('on every page that Peter can reach there is nothing that is kept from him', async ({ requestAs }) => {
  const pages = await everyPage(await requestAs('peter'))
  expect(pages.size).toBeGreaterThan(20)
  for (const [address, page] of pages) {
    const found = keptFromPeter.filter((secret) => page.toLowerCase().includes(secret.toLowerCase()))
    expect(found, address).toEqual([])
  }
})

test('Sara’s pages do hold those words, so the test above can fail', async ({ requestAs }) => {
  const all = [...(await everyPage(await requestAs('sara'))).values()].join().toLowerCase()
  expect(keptFromPeter.filter((secret) => all.includes(secret))).toEqual(
    expect.arrayContaining(['sjukhus', 'jourhem', 'kanin', 'blåmärke', 'jättearg']),
  )
})

test('nobody’s pages hold the personal identity number of anybody', async ({ requestAs, town }) => {
  // Henrik’s home leads on to the survey.
  await surveyCodeOf(town, 'henrik')
  for (const who of ['peter', 'tindra', 'henrik', 'mira'] as const) {
    for (const [address, page] of await everyPage(
      await requestAs(who),
      who === 'mira' ? '/handlaggare' : '/hem',
    )) {
      // What a PDF says stands on its document's page; the rest of its bytes are no text.
      if (page.includes('"content-type":"application/pdf"')) continue
      expect(page, address).not.toMatch(/(19|20)\d{6}[- ]?\d{4}/)
    }
  }
})

test('whatever is written in the hidden part, Peter’s pages stay the same to the byte', async ({
  owner,
  requestAs,
  town,
}) => {
  const other = await foundTown(owner)
  for (const { change } of hiddenChanges) await change(owner, other.id)
  const untouched = await everyPage(await requestAs('peter'))
  const { name, value } = await other.session('peter')
  const request = await requestAs(null)
  const changed = await everyPage(request, '/hem', { Cookie: `${name}=${value}` })
  const alike = (pages: Map<string, string>, own: Town) =>
    // Each town has its name, its readings their minutes, and Peter of each his mark in his forms.
    Object.fromEntries(
      [...pages].map(([address, page]) => [
        address,
        page
          .replaceAll(own.name, 'Provköping')
          .replaceAll(own.mark('peter'), 'MARK')
          .replace(/\b\d\d\.\d\d\b/g, '00.00'),
      ]),
    )
  expect(alike(changed, other)).toEqual(alike(untouched, town))
  await other.remove()
})

/** Every page a reader comes to by links, breadth first: address → status, headers and body, without what differs by nature. */
async function everyPage(
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
    expect(answer.status(), address).toBe(200)
    const body = await answer.text()
    const page = body
      .replaceAll(requestId, 'ID')
      .replace(/data-session-ends="\d+"|name="(?:form_key|message|point|request)" value="[^"]+"/g, '')
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
