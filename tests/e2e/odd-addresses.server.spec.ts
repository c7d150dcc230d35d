import type { APIRequestContext } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'
import { addressesOf, patterns, patternsWithIds, staffPatternsWithIds } from '../support/portal-addresses'

// Whatever stands in an address, the answer is one of ours: a page in the reader's language, or a problem for a system.

const ids = {
  caseId: storyId('case', 'EK-2026-0412'),
  noteId: storyId('note', 'A3'),
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
  instrumentId: 'nobodys-form',
  code: '0000000000000000',
  itemId: 'c1',
  invitationId: storyId('survey_invitation', 'nobody’s'),
  followUpId: storyId('follow_up', 'nobody’s'),
  number: '0',
  readingId: storyId('read_together', 'nobody’s'),
  position: '1',
}

/** As they are sent: bytes that are no text, NUL, half an escape, what is a number to somebody. */
const oddIds = ['%ff', '%c0%80', '%ED%A0%80', '%00', 'a%00b', '%', '%25ff', '1e999', '-1', '99999999999']
const oddValues = ['%ff', '%00', '%', '-1', '1.5', '1e999', 'NaN', '3000000000', '99999999999999999999', '']
const asked = [
  'sida',
  'efter',
  'text',
  'till',
  'lasare',
  'steg',
  'fil',
  'nummer',
  'sparat',
  'signerad',
  'fraga',
  'fragad',
  'delgiven',
  'version',
  'sprak',
  'blev',
  'erbjuden',
  'skickat',
  'andra',
  'klart',
  'punkt',
  'del',
  'mall',
  'anteckning',
  'dokument',
  'stycke',
  'sort',
  'utkast',
  'hann-skickas',
  '%ff',
]

const isOfStaff = (pattern: string) => pattern.startsWith('/handlaggare')
const isPage = (pattern: string) =>
  !/:noteId\/utkast$|inspelningar|^\/handlaggare\/.*\/bilagor$/.test(pattern)

for (const odd of oddIds) {
  test(`with ${odd} for an id there is nothing, and that is all that is said`, async ({ requestAs }) => {
    const requests = { person: await requestAs('tindra'), staff: await requestAs('mira') }
    for (const pattern of [...patternsWithIds, ...staffPatternsWithIds]) {
      const request = requests[isOfStaff(pattern) ? 'staff' : 'person']
      for (const name of [...pattern.matchAll(/:(\w+)/g)].map(([, found]) => found!)) {
        const [address = ''] = addressesOf(pattern.replace(`:${name}`, odd), ids)
        await expectNothing(request, address, isPage(pattern))
      }
    }
  })
}

for (const address of [
  '/%ff',
  '/%',
  '/hem%00',
  '/hem/%ff',
  '/fonts/%ff',
  '/assets/%ff.css',
  '/healthz/%ff',
]) {
  test(`${address} is a page that is not there, in the reader’s language`, async ({ requestAs }) => {
    const request = await requestAs(null)
    const answer = await request.get(address, { headers: { 'Accept-Language': 'fi' } })
    expect(answer.status()).toBe(404)
    if (/^\/(fonts|assets)/.test(address)) return
    expect(await answer.text()).toContain('<html lang="fi"')
  })
}

for (const value of oddValues) {
  test(`a query of “${value}” is answered as no query at all`, async ({ requestAs }) => {
    const requests = { person: await requestAs('tindra'), staff: await requestAs('mira') }
    const query = asked.map((name) => `${name}=${value}`).join('&')
    for (const pattern of patterns.filter((each) => each !== '/auth/callback')) {
      const request = requests[isOfStaff(pattern) ? 'staff' : 'person']
      const [address = ''] = addressesOf(pattern, ids)
      const plain = (await request.get(address)).status()
      expect([200, 303, 404], address).toContain(plain)
      expect((await request.get(`${address}?${query}`)).status(), address).toBe(plain)
    }
  })
}

for (const path of [
  '',
  '/',
  '/%ff',
  '/words',
  '/words/one',
  '/words/%ff',
  '/notes/one/two',
  '/notes/one/%00',
  '/%00/%ff',
]) {
  test(`/api/v1${path} is not there for a system`, async ({ requestAs, origin }) => {
    const request = await requestAs(null)
    for (const method of ['GET', 'POST'] as const) {
      const answer = await request.fetch(`${origin}/api/v1${path}`, { method })
      expect([answer.status(), answer.headers()['content-type']]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ])
      expect(await answer.json()).toMatchObject({ status: 404 })
    }
  })
}

test('an address that only takes what is sent to it leads on to one that can be read', async ({
  requestAs,
}) => {
  const request = await requestAs('mira')
  const sentTo = staffPatternsWithIds.filter((pattern) =>
    /inspelningar(\/:recordingId\/(delar\/:number|stopp|kasta|fil))?$/.test(pattern),
  )
  expect(sentTo).toHaveLength(5)
  for (const pattern of sentTo) {
    const [address = ''] = addressesOf(pattern, ids)
    const answer = await request.get(address)
    expect([answer.status(), answer.headers()['location']], address).toEqual([303, '/handlaggare'])
  }
})

async function expectNothing(request: APIRequestContext, address: string, isPage: boolean): Promise<void> {
  const answer = await request.get(address)
  if (!isPage) {
    expect([303, 404], address).toContain(answer.status())
    expect(await answer.text(), address).toBe('')
    return
  }
  expect(answer.status(), address).toBe(404)
  expect(await answer.text(), address).toMatch(/<html lang="sv"[^]*<h1/)
}
