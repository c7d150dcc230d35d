import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import routes from '../../app/routes'
import { bodyRuleOf } from '../../app/server/body-rules'
import { holderField, holderHeader } from '../../app/ui/form/holder'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { idOf } from '../support/people'
import { addressesOf, isOfSurvey, isOfTogether, patterns } from '../support/portal-addresses'
import type { Town } from '../support/town'

// Two people use one browser. Whatever address a form drawn for one of them is sent to while the other is signed in:
// nothing is written, and nothing of what was typed is shown.

const typed = 'Bara för mina egna ögon'

const tindras = {
  caseId: storyId('case', 'EK-2026-0412'),
  noteId: storyId('note', 'A3'),
  documentId: storyId('document', 'tindra/decision'),
  threadId: storyId('thread', 'tindra/1'),
  appointmentId: storyId('appointment', 'tindra/wednesday'),
  attachmentId: storyId('attachment', 'tindra/1'),
  pictureId: storyId('picture', 'nobody’s'),
  personId: idOf('tindra'),
  remarkId: storyId('remark', 'another'),
  recordingId: storyId('recording', 'another'),
  requestId: storyId('signature_request', 'another'),
  meetingId: storyId('committee_meeting', 'another'),
  instrumentId: 'child',
  invitationId: storyId('survey_invitation', 'another'),
  followUpId: storyId('follow_up', 'another'),
  number: '0',
  readingId: storyId('read_together', 'another'),
}

/** What belongs to nobody yet, or to whoever leaves; and what keeps nothing. */
const openToAll = ['/logga-ut', '/lamna', '/auth/start', '/auth/callback', '/auth/kommun', '/kontrollera']
const takesPosts = patterns.filter(
  (pattern) => !openToAll.includes(pattern) && !isOfSurvey(pattern) && !isOfTogether(pattern),
)

for (const pattern of takesPosts) {
  const isOfStaff = pattern.startsWith('/handlaggare')
  const [writer, holder] = isOfStaff ? (['mira', 'samira'] as const) : (['tindra', 'marie'] as const)
  test(`${pattern} takes nothing from ${holder} that was drawn for ${writer}`, async ({
    requestAs,
    origin,
    town,
  }) => {
    const request = await requestAs(holder)
    for (const address of addressesOf(pattern, tindras)) {
      const before = await contentsOf(town)
      const answer = await request.fetch(address, {
        method: bodyRuleOf(address).method,
        form: {
          [holderField]: town.mark(writer),
          text: typed,
          language: 'en',
          do: 'save',
          from: 'everywhere',
        },
        // A script of the writer's page says it there.
        headers: { Origin: origin, [holderHeader]: town.mark(writer) },
      })
      expect(answer.status(), address).toBe(refusalOf(pattern))
      expect(await answer.text()).not.toContain(typed)
      expect(await contentsOf(town)).toBe(before)
    }
  })
}

test('a post that says for nobody whom it was drawn for is taken from nobody', async ({
  requestAs,
  origin,
  town,
}) => {
  const request = await requestAs('tindra')
  const before = await contentsOf(town)
  for (const mark of ['', 'x', 'x'.repeat(43), town.mark('marie').slice(0, -1)]) {
    const answer = await request.post('/installningar', {
      form: { [holderField]: mark, language: 'en', textSize: 'large' },
      headers: { Origin: origin },
    })
    expect(answer.status()).toBe(403)
  }
  expect(await contentsOf(town)).toBe(before)
})

test('what travels sealed opens for its writer alone, and only as it was sealed', async ({
  requestAs,
  origin,
  town,
}) => {
  const form = `/arenden/${tindras.caseId}/anteckningar/${tindras.noteId}/kommentar`
  const send = async (who: 'tindra' | 'marie', fields: Record<string, string>) =>
    (await requestAs(who)).post(form, { form: fields, headers: { Origin: origin } })
  const refused = await (await send('marie', { [holderField]: town.mark('tindra'), text: typed })).text()
  const sealed = /name="sealed" value="([^"]+)"/.exec(refused)?.[1] ?? ''
  expect(sealed.length).toBeGreaterThan(typed.length)
  for (const [who, text] of [
    ['marie', sealed],
    ['tindra', `${sealed.slice(0, -4)}AAAA`],
    ['tindra', 'AAAA'],
    ['tindra', ''],
  ] as const) {
    const answer = await send(who, { sealed: text, [holderField]: town.mark(who) })
    expect(answer.status()).toBe(403)
    expect(await answer.text()).not.toContain(typed)
  }
  const back = await send('tindra', { sealed })
  expect(back.status()).toBe(200)
  expect(await back.text()).toContain(typed)
})

/** What is only read refuses every post, a page of another keeps no session, and a file does not come as a form. */
function refusalOf(pattern: string): number {
  if (pattern === '/sessionen') return 401
  if (pattern === '/handlaggare/inspelningar/:recordingId/fil') return 404
  const { file } = routes.find(({ path }) => `/${path ?? ''}` === pattern)!
  const takesPosts = /export (async )?(function|const) action\b/.test(readFileSync(join('app', file), 'utf8'))
  return takesPosts ? 403 : 405
}

/** Everything kept of a town, but for when its sessions were last seen. */
async function contentsOf({ owner, id }: Town): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'session' order by 1`,
  )
  const all = rows.map(
    ({ name }) => `select '${name} ' || t::text as line from ${name} t where municipality_id = $1`,
  )
  const found = await owner.query<{ line: string }>(
    `select line from (${all.join(' union all ')}) all_lines order by line collate "C"`,
    [id],
  )
  const sessions = await owner.query<{ count: string }>(
    'select count(*) from session where municipality_id = $1 and not seen_at is null',
    [id],
  )
  const hash = createHash('sha256')
  for (const { line } of found.rows) hash.update(line)
  return `${found.rows.length} ${hash.digest('hex')} ${sessions.rows[0]!.count}`
}
