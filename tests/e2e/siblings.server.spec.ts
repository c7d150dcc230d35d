import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { parseDataKeys } from '../../app/person/data-keys'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { addContacts, type Contacts } from '../support/contacts'
import { idOf } from '../support/people'
import { addressesOf, patternsWithIds, type Ids } from '../support/portal-addresses'
import { reachedPages, withoutTown } from '../support/reached-pages'
import { answerOn } from '../support/same-answer'
import { addSibling, type Sibling } from '../support/sibling'
import { foundTown, type Town } from '../support/town'

// Two children of one family, with one mother and one caseworker: what each has with the staff is theirs alone.

const tindrasCase = storyId('case', 'EK-2026-0412')
const tindrasWords = ['Samtalet på torsdag', 'Fredag med Hanna', 'Jag är trött på tisdagar', 'Stora huset']
const word = 'Vattkoppor'

const contactsOf = ({ owner, id }: Town, who: { personId: string; caseId: string }) =>
  addContacts(owner, parseDataKeys(process.env['E2E_DATA_KEYS']!), {
    municipality: id,
    staffId: idOf('mira'),
    word,
    ...who,
  })

const contactsOfNoel = (town: Town, { id, caseId }: Sibling) => contactsOf(town, { personId: id, caseId })

async function signedIn(town: Town, who: 'tindra' | 'marie') {
  const { name, value } = await town.session(who)
  return { Cookie: `${name}=${value}` }
}

test('whatever Noel asks, sends, brings up and is told, Tindra’s pages stay the same to the byte, and there is nothing of hers in his', async ({
  owner,
  requestAs,
  town,
}) => {
  const other = await foundTown(owner)
  const noel = await addSibling(other)
  await contactsOfNoel(other, noel)
  const request = await requestAs(null)
  const untouched = await reachedPages(await requestAs('tindra'))
  const changed = await reachedPages(request, '/hem', await signedIn(other, 'tindra'))
  expect(withoutTown(changed, other, 'tindra')).toEqual(withoutTown(untouched, town, 'tindra'))
  const hers = [...untouched.values()].join()
  for (const words of tindrasWords) expect(hers).toContain(words)

  const his = [...(await reachedPages(request, '/hem', { Cookie: noel.cookie })).values()].join()
  expect(his).toContain(word)
  for (const words of [...tindrasWords, 'Tindra', tindrasCase]) expect(his).not.toContain(words)
  await other.remove()
})

test('their mother’s pages are right for each child, and the same to the byte whatever the children have alone', async ({
  owner,
  requestAs,
  town,
}) => {
  const other = await foundTown(owner)
  const [noel, sameNoel] = [await addSibling(town), await addSibling(other)]
  await contactsOfNoel(other, sameNoel)
  const ownQuestion = 'Hur går det med skolskjutsen?'
  for (const { id, sibling } of [
    { id: town.id, sibling: noel },
    { id: other.id, sibling: sameNoel },
  ])
    await ask(owner, id, sibling.caseId, ownQuestion)
  const request = await requestAs(null)
  const untouched = await reachedPages(await requestAs('marie'))
  const changed = await reachedPages(request, '/hem', await signedIn(other, 'marie'))
  expect(withoutIds(withoutTown(changed, other, 'marie'), sameNoel)).toEqual(
    withoutIds(withoutTown(untouched, town, 'marie'), noel),
  )

  const page = (caseId: string, part: string) => untouched.get(`/arenden/${caseId}/${part}`) ?? ''
  expect(page(noel.caseId, 'fragor')).toContain(ownQuestion)
  expect(page(noel.caseId, 'fragor')).not.toContain('Tindra')
  expect(page(tindrasCase, 'fragor')).not.toContain(ownQuestion)
  for (const part of ['fragor', 'tider']) expect(page(tindrasCase, part)).not.toContain('Noel')
  for (const words of tindrasWords) expect([...untouched.values()].join()).not.toContain(words)
  await other.remove()
})

test('the address of what one child has is to the other, and to their mother, one that leads nowhere', async ({
  requestAs,
  town,
}) => {
  const noel = await addSibling(town)
  const his = await contactsOfNoel(town, noel)
  const hers = await contactsOf(town, { personId: idOf('tindra'), caseId: tindrasCase })
  const nobody = await requestAs(null)
  const [tindra, marie] = [await requestAs('tindra'), await requestAs('marie')]
  await leadsNowhere(tindra, noel.caseId, his)
  // His things looked for in her own case.
  await leadsNowhere(tindra, tindrasCase, his)
  await leadsNowhere(nobody, tindrasCase, hers, { Cookie: noel.cookie })
  await leadsNowhere(nobody, noel.caseId, hers, { Cookie: noel.cookie })
  // She has both cases, and neither child's own.
  for (const things of [his, hers])
    for (const caseId of [noel.caseId, tindrasCase]) await leadsNowhere(marie, caseId, things)
})

const patternsOfThings = patternsWithIds.filter((pattern) =>
  /:(threadId|appointmentId|attachmentId)/.test(pattern),
)

async function leadsNowhere(
  request: APIRequestContext,
  caseId: string,
  things: Contacts,
  headers: Record<string, string> = {},
) {
  const nothing = { noteId: randomUUID(), documentId: randomUUID(), pictureId: randomUUID() }
  const known: Ids = { ...nothing, caseId, ...things }
  const unknown: Ids = {
    ...nothing,
    caseId,
    threadId: randomUUID(),
    attachmentId: randomUUID(),
    appointmentId: randomUUID(),
  }
  for (const pattern of patternsOfThings) {
    const [[address], [nowhere]] = [addressesOf(pattern, known), addressesOf(pattern, unknown)]
    const answer = await answerOn(await request.get(address!, { headers }), address!)
    expect(answer.status, address).toBe(404)
    expect(answer, address).toEqual(await answerOn(await request.get(nowhere!, { headers }), nowhere!))
  }
}

/** A question of Marie's, with one id in every town. */
async function ask(owner: Town['owner'], town: string, caseId: string, text: string) {
  await owner.query(
    `with thread as (insert into question_thread (municipality_id, id, case_id, person_id, subject, started_at)
                     values ($1, $3, $2, $4, $5, '2026-09-14 12:00+02') returning *)
     insert into message (municipality_id, thread_id, from_person_id, text, sent_at, readable_from)
     select $1, id, $4, $5, '2026-09-14 12:00+02', '2026-09-14 12:01+02' from thread`,
    [town, caseId, storyId('question_thread', 'marie/sibling'), idOf('marie'), text],
  )
}

// Noel is somebody else in each town.
const withoutIds = (pages: Record<string, string>, { caseId }: Sibling) =>
  Object.fromEntries(
    Object.entries(pages).map(([address, page]) => [
      address.replaceAll(caseId, 'CASE'),
      page.replaceAll(caseId, 'CASE'),
    ]),
  )
