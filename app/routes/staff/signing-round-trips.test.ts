import { afterAll, beforeAll, expect, test } from 'vitest'
import { people, type PersonKey } from '../../../db/seed/people'
import { tindrasCase } from '../../../tests/support/asked'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { draftNote, withGrounds } from '../../../tests/support/draft-note'
import { addPhrases } from '../../../tests/support/heard-phrases'
import { idOf, municipalityId } from '../../../tests/support/people'
import { countRoundTrips } from '../../../tests/support/round-trips'
import { loader as desk } from './note'
import { loader as previewed } from './preview'
import { action as decide, loader as readers } from './readers'
import { action as save, loader as review } from './review'
import { action as sign, loader as signing } from './sign'
import { action as draftAction, loader as draftLoader } from './draft'

const number = `${people.marie.number.slice(0, 8)}-${people.marie.number.slice(8)}`

async function measure(world: DeskWorld, more: readonly PersonKey[], phrases: number) {
  const { stories } = world
  for (const person of more)
    await stories.owner.query(
      `insert into case_party (municipality_id, case_id, person_id, role, valid, source) values ($1, $2, $3, 'guardian', '[2026-01-01,)', 'test') on conflict do nothing`,
      [municipalityId('ekdala'), tindrasCase, idOf(person)],
    )
  const draft = await draftNote(stories, { who: 'mira', caseId: tindrasCase, text: `Numret är ${number}.` })
  const heard = Array.from({ length: phrases }, (_, index) => ({
    text: `Tindra kom gång ${index} till kontoret.`,
  }))
  await addPhrases(stories.owner, draft.noteId, heard.slice(0, phrases / 2))
  await addPhrases(stories.owner, draft.noteId, heard.slice(phrases / 2))
  const ask = async (route: unknown, body?: Record<string, string | string[]>, params = {}) => {
    const { value, trips } = await countRoundTrips(() =>
      world.ask('mira', route, {
        params: { noteId: draft.noteId, ...params },
        ...(body && {
          method: 'POST',
          body: new URLSearchParams(Object.entries(body).flatMap(([k, v]) => [v].flat().map((e) => [k, e]))),
        }),
      }),
    )
    const anything = value as unknown as { status?: number; init?: { status?: number } }
    return `${trips} (${anything.status ?? anything.init?.status ?? 200})`
  }
  const out: Record<string, unknown> = {}
  await ask(signing)
  out['GET desk'] = await ask(desk)
  const { value, trips } = await countRoundTrips(() =>
    world.ask('mira', draftLoader, { params: { noteId: draft.noteId } }),
  )
  out['GET heard'] = trips + ' ' + value.status
  const put = await countRoundTrips(() =>
    world.ask('mira', draftAction, {
      params: { noteId: draft.noteId },
      method: 'POST',
      body: JSON.stringify({ revision: 1, mergedTo: 0, title: 'Samtal', text: `Numret är ${number}.` }),
    }),
  )
  out['PUT draft'] = put.trips + ' ' + put.value.status
  out['GET review'] = await ask(review)
  out['reviewAll'] = (await draft.reviewAll()).outcome
  out['decide marie'] = (await draft.decide('marie', { level: 'full' })).outcome
  for (const who of ['tindra', ...more] as PersonKey[])
    out['decide ' + who] = (
      await draft.decide(who, { level: 'partial', ...withGrounds, title: 'Kort', text: 'Vi sågs.' })
    ).outcome
  out['POST review (stale)'] = await ask(save, {
    revision: '0',
    intent: 'save',
    deed: 'save',
    kind: 'meeting',
    day: '2026-09-15',
    time: '08:00',
  })
  out['GET readers'] = await ask(readers)
  out['POST readers (stale)'] = await ask(decide, { personId: idOf('marie'), decidedAt: '' })
  out['GET sign'] = await ask(signing)
  out['GET preview'] = await ask(previewed, undefined, { personId: idOf('marie') })
  const { rows } = await stories.owner.query<{
    revision: number
    merged_to: number
    decided_at: Date
    seen: string[]
  }>(
    "select revision, merged_to, (select date_trunc('milliseconds', decided_at) from disclosure d where d.note_id = v.note_id and person_id = $2) decided_at, array(select k from unnest(checked) k where starts_with(k, 'seen:')) seen from note_version v where note_id = $1",
    [draft.noteId, idOf('marie')],
  )
  out['POST readers'] = await ask(decide, {
    personId: idOf('marie'),
    decidedAt: rows[0]!.decided_at.toISOString(),
    level: 'full',
    seen: rows[0]!.seen,
  })
  const signed = await ask(sign, { revision: String(rows[0]!.revision) })
  out['POST sign'] = signed
  const draft2 = await draftNote(stories, { who: 'mira', caseId: tindrasCase, text: `Numret är ${number}.` })
  await addPhrases(stories.owner, draft2.noteId, heard)
  const post = await countRoundTrips(() =>
    world.ask('mira', save, {
      params: { noteId: draft2.noteId },
      method: 'POST',
      body: new URLSearchParams({
        revision: '1',
        mergedTo: String(heard.length),
        intent: 'next',
        deed: 'next',
        kind: 'meeting',
        day: '2026-09-15',
        time: '08:00',
      }),
    }),
  )
  out['POST review next'] = post.trips + ' ' + post.value.status + post.value.headers?.get('Location')
  return out
}

let world: DeskWorld
beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())

test('measure', async () => {
  process.stdout.write(JSON.stringify(await measure(world, ['henrik'], 20), null, 1))
  process.stdout.write(JSON.stringify(await measure(world, ['henrik', 'lina', 'peter', 'alva'], 60), null, 1))
  expect(1).toBe(1)
}, 60000)
