import type { APIRequestContext } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'
import { addressesOf, patterns } from '../support/portal-addresses'
import type { Town } from '../support/town'

const caseId = storyId('case', 'EK-2026-0412')
const noteId = storyId('note', 'A3')
const note = `/arenden/${caseId}/anteckningar/${noteId}`
const ids = {
  caseId,
  noteId,
  documentId: storyId('document', 'tindra/decision'),
  threadId: storyId('question_thread', 'tindra/mentor'),
  appointmentId: storyId('appointment', 'tindra/wednesday'),
  attachmentId: storyId('attachment', 'nobody’s'),
  pictureId: storyId('picture', 'nobody’s'),
  personId: idOf('tindra'),
  remarkId: storyId('remark', 'nobody’s'),
  recordingId: storyId('recording', 'nobody’s'),
  requestId: storyId('signature_request', 'nobody’s'),
  meetingId: storyId('committee_meeting', 'nobody’s'),
  instrumentId: 'child',
  code: '0000000000000000',
  itemId: 'c1',
  invitationId: storyId('survey_invitation', 'alva'),
  followUpId: storyId('follow_up', 'nobody’s'),
  number: '0',
  readingId: storyId('read_together', 'nobody’s'),
  position: '1',
}
const isOfStaff = (pattern: string) => pattern.startsWith('/handlaggare')
// What cannot be answered without being taken: the broker's answer.
const isTaken = (pattern: string) => pattern === '/auth/callback'

for (const [who, of] of [
  ['tindra', (pattern: string) => !isOfStaff(pattern)],
  ['mira', isOfStaff],
] as const) {
  test(`a HEAD of ${who} is answered as a GET would be, and leaves no trace`, async ({ requestAs, town }) => {
    const request = await requestAs(who)
    const addresses = patterns
      .filter((pattern) => of(pattern) && !isTaken(pattern))
      .flatMap((pattern) => addressesOf(pattern, ids))
    const before = await written(town)
    const heads = await statuses(request, 'HEAD', addresses)
    expect(await written(town)).toEqual(before)
    expect(heads).toEqual(await statuses(request, 'GET', addresses))
    expect(await written(town)).not.toEqual(before)
  })
}

test('a HEAD has the headers of a GET and no text', async ({ requestAs }) => {
  const request = await requestAs('tindra')
  const [head, get] = [await request.head(note), await request.get(note)]
  expect(await head.text()).toBe('')
  const named = (headers: Record<string, string>) =>
    Object.keys(headers).filter(
      (name) => !/^(content-length|transfer-encoding|content-encoding|vary)$/.test(name),
    )
  expect(named(head.headers()).toSorted()).toEqual(named(get.headers()).toSorted())
})

test('a HEAD does not take the broker’s answer', async ({ requestAs }) => {
  const answer = await (await requestAs(null)).head('/auth/callback?state=person.x&code=y')
  expect([answer.status(), answer.headers()['allow']]).toEqual([405, 'GET'])
})

for (const [name, value] of [
  ['Sec-Purpose', 'prefetch'],
  ['Sec-Purpose', 'prefetch;prerender'],
  ['Sec-Purpose', 'prefetch;anonymous-client-ip'],
  ['Purpose', 'prefetch'],
  ['X-Purpose', 'preview'],
  ['X-Moz', 'prefetch'],
] as const) {
  test(`${name}: ${value} is refused without a word, and what is opened then is read once`, async ({
    requestAs,
    town,
  }) => {
    const headers = { [name]: value }
    for (const [who, page, action] of [
      ['tindra', note, 'readNote'],
      ['mira', `/handlaggare/arenden/${caseId}`, 'readCase'],
    ] as const) {
      const request = await requestAs(who)
      const before = await written(town)
      for (const address of [page, '/hem', '/finns-inte', '/logga-in']) {
        const answer = await request.get(address, { headers })
        expect([answer.status(), await answer.text()]).toEqual([503, ''])
        expect(answer.headers()).toMatchObject({ 'cache-control': 'no-store' })
        expect(answer.headers()).not.toHaveProperty('retry-after')
      }
      expect(await written(town)).toEqual(before)
      const reads = await readings(town, action)
      expect((await request.get(page)).status()).toBe(200)
      expect(await readings(town, action)).toBe(reads + 1)
    }
  })
}

test('what a page needs may be fetched ahead', async ({ requestAs }) => {
  const answer = await (await requestAs(null)).get('/icon.svg', { headers: { 'Sec-Purpose': 'prefetch' } })
  expect(answer.status()).toBe(200)
})

test('a note that the browser fetched and drew ahead is read when it is opened, once', async ({
  browser,
  town,
  origin,
}) => {
  // Our policy lets no page ask for this; an extension of the browser may.
  const context = await browser.newContext({ bypassCSP: true })
  await context.addCookies([{ ...(await town.session('tindra')), url: origin }])
  const page = await context.newPage()
  const reads = await readings(town, 'readNote')
  await page.goto(`/arenden/${caseId}/anteckningar`)
  const fetched = page.waitForResponse(`${origin}${note}`)
  const preload = await context.newCDPSession(page)
  await preload.send('Preload.enable')
  const ended = (event: 'Preload.prefetchStatusUpdated' | 'Preload.prerenderStatusUpdated') =>
    new Promise<string>((resolve) => {
      preload.on(event, ({ status }) => {
        if (status === 'Failure' || status === 'Ready' || status === 'Success') resolve(status)
      })
    })
  const speculated = [ended('Preload.prefetchStatusUpdated'), ended('Preload.prerenderStatusUpdated')]
  await page.evaluate((address) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: address }))
    const rules = { prefetch: [{ urls: [address] }], prerender: [{ urls: [`${address}?text=original`] }] }
    const script = Object.assign(document.createElement('script'), { type: 'speculationrules' })
    script.textContent = JSON.stringify(rules)
    document.head.append(script)
  }, note)
  expect((await fetched).status()).toBe(503)
  expect(await Promise.all(speculated)).toEqual(['Failure', 'Failure'])
  expect(await readings(town, 'readNote')).toBe(reads)
  await page.locator(`a[href="${note}"]`).first().click()
  await expect(page).toHaveURL(`${origin}${note}`)
  await expect(page.locator('h1')).toBeVisible()
  expect(await readings(town, 'readNote')).toBe(reads + 1)
  await context.close()
})

async function statuses(request: APIRequestContext, method: 'GET' | 'HEAD', addresses: readonly string[]) {
  const found: [string, number][] = []
  for (const address of addresses) found.push([address, (await request.fetch(address, { method })).status()])
  return found
}

/** Everything that a reading may write in the town: the log and the sessions. */
async function written({ owner, id }: Town): Promise<string[]> {
  const { rows } = await owner.query<{ row: string }>(
    `select a::text as row from audit_event a where municipality_id = $1
     union all select s::text from session s where municipality_id = $1 order by 1`,
    [id],
  )
  return rows.map(({ row }) => row)
}

async function readings({ owner, id }: Town, action: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from audit_event where municipality_id = $1 and action = $2',
    [id, action],
  )
  return rows[0]!.count
}
