import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import type { PersonKey } from '../../db/seed/people'
import { addressesOf, patternsWithIds, type Ids } from '../support/portal-addresses'
import { addAttachment } from '../support/added-attachment'
import { idOf } from '../support/people'
import { answerOn, malformedIds } from '../support/same-answer'
import type { Town } from '../support/town'

// For every address with an id: what is withheld, what is somebody else's, what is in another municipality and
// what does not exist get one answer, the same bytes but for the number of the request.

const note = (key: string) => storyId('note', key)
const meeting = (key: string) => storyId('appointment', key)
const document = (key: string) => storyId('document', key)
const tindras: Ids = {
  caseId: storyId('case', 'EK-2026-0412'),
  noteId: note('A1'),
  documentId: document('tindra/decision'),
  threadId: storyId('question_thread', 'tindra/mentor'),
  appointmentId: meeting('tindra/wednesday'),
  attachmentId: storyId('attachment', 'tindra/mentor'),
  pictureId: storyId('picture', 'mira'),
}
const elias: Ids = {
  caseId: storyId('case', 'EK-2026-1187'),
  noteId: note('B1'),
  documentId: document('elias/custody'),
  threadId: storyId('question_thread', 'tindra/mentor'),
  appointmentId: meeting('elias/visit'),
  attachmentId: storyId('attachment', 'tindra/mentor'),
  // Of somebody who has another case.
  pictureId: storyId('picture', 'mira'),
}
const nothing = (): Ids => ({
  caseId: randomUUID(),
  noteId: randomUUID(),
  documentId: randomUUID(),
  threadId: randomUUID(),
  appointmentId: randomUUID(),
  attachmentId: randomUUID(),
  pictureId: randomUUID(),
})

/** What is not theirs: ids that go together, and ids of their own case crossed with what is not in it. */
const notTheirs: Record<'peter' | 'sara' | 'marie' | 'tindra' | 'alva', Ids[]> = {
  peter: [
    tindras,
    {
      ...elias,
      noteId: note('B2'),
      documentId: document('elias/appeal-sara'),
      appointmentId: meeting('elias/sara'),
    },
    { ...elias, noteId: note('B4'), documentId: storyId('document_version', 'elias/appeal-sara 1') },
    { ...elias, noteId: note('A1'), documentId: document('tindra/decision') },
    { ...tindras, noteId: note('B3'), documentId: document('elias/custody') },
    { ...nothing(), caseId: elias.caseId },
  ],
  sara: [
    tindras,
    {
      ...elias,
      noteId: note('A1'),
      documentId: document('elias/appeal-peter'),
      appointmentId: meeting('elias/peter'),
    },
  ],
  marie: [
    elias,
    { ...tindras, noteId: note('A3'), documentId: document('alva/letter'), pictureId: randomUUID() },
  ],
  tindra: [
    elias,
    {
      ...tindras,
      noteId: note('C1'),
      threadId: randomUUID(),
      documentId: note('A1'),
      appointmentId: meeting('elias/sara'),
      pictureId: randomUUID(),
    },
  ],
  alva: [tindras, elias],
}

test.describe.configure({ mode: 'parallel' })

for (const [who, hidden] of Object.entries(notTheirs) as [keyof typeof notTheirs, Ids[]][]) {
  test(`${who} gets one and the same answer on all that is not theirs`, async ({ requestAs, town }) => {
    await addAttachment(town, tindras)
    const request = await requestAs(who)
    const before = await linesOf(town, who)
    await expectSameAnswers(request, hidden, await seenBy(request))
    expect(await linesOf(town, who)).toBe(before)
  })
}

test('Leo, in another municipality, gets that answer on everything of this one', async ({ requestAs }) => {
  const request = await requestAs('leo')
  await expectSameAnswers(request, [tindras, elias], () => false)
})

test('ids that are none get that answer too', async ({ requestAs }) => {
  const request = await requestAs('tindra')
  const ids = malformedIds.map((text) => ({
    caseId: text,
    noteId: text,
    documentId: text,
    threadId: text,
    appointmentId: text,
    attachmentId: text,
    pictureId: text,
  }))
  await expectSameAnswers(
    request,
    [...ids, ...ids.map((each) => ({ ...each, caseId: tindras.caseId }))],
    await seenBy(request),
  )
})

test('nobody gets in without a session: every address leads to the sign-in and tells nothing', async ({
  requestAs,
}) => {
  const request = await requestAs(null)
  for (const pattern of patternsWithIds) {
    for (const ids of [tindras, nothing()]) {
      const [address] = addressesOf(pattern, ids)
      const answer = await request.get(address!)
      expect(answer.status(), address).toBe(303)
      expect(answer.headers()['location']).toBe(`/logga-in?till=${encodeURIComponent(address!)}`)
      expect(await answer.text()).toBe('')
    }
  }
})

/** Whether an address is one that the reader does see: crossed ids name some of those too. */
async function seenBy(request: APIRequestContext): Promise<(address: string) => boolean> {
  const home = await (await request.get('/hem')).text()
  const cases = [...home.matchAll(/\/arenden\/([0-9a-f-]{36})/g)].map(([, id]) => id!)
  return (address) =>
    cases.some((id) =>
      new RegExp(
        `^/arenden/${id}(/(anteckningar|plan|dokument|tider|utkast|kom-inte-ivag|fragor(/(ny|utkast|bilagor))?|be-om-att-fa-lasa))?$`,
      ).test(address),
    )
}

async function expectSameAnswers(
  request: APIRequestContext,
  hidden: Ids[],
  isTheirs: (address: string) => boolean,
) {
  for (const pattern of patternsWithIds) {
    const [unknown = ''] = addressesOf(pattern, nothing())
    const addresses = hidden
      .flatMap((ids) => addressesOf(pattern, ids))
      .filter((address) => !isTheirs(address))
    for (const [name, ask] of Object.entries(methods)) {
      const expected = await answerOn(await ask(request, unknown), unknown)
      // 405 where a page has no form: it says nothing of the thing either.
      expect(name === 'POST' ? [404, 405] : [404], `${name} ${pattern}`).toContain(expected.status)
      for (const address of new Set(addresses)) {
        expect(await answerOn(await ask(request, address), address), `${name} ${address}`).toEqual(expected)
      }
    }
  }
}

const methods: Record<string, (request: APIRequestContext, address: string) => Promise<APIResponse>> = {
  GET: (request, address) => request.get(address),
  HEAD: (request, address) => request.head(address),
  'GET for data': (request, address) => request.get(`${address}.data`),
  POST: (request, address) =>
    request.post(address, {
      form: { text: 'Hej', form_key: randomUUID() },
      headers: { Origin: process.env['E2E_ORIGIN']! },
    }),
}

async function linesOf({ owner, id }: Town, who: PersonKey): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    'select (select count(*) from audit_event where municipality_id = $1 and actor_id = $2) + (select count(*) from remark where municipality_id = $1) as count',
    [id, idOf(who)],
  )
  return rows[0]!.count
}
