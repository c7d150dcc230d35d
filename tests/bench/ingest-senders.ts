import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { startIngestIssuer, type IngestIssuer } from '../support/ingest-issuer.ts'
import { asOwner } from './case-database.ts'
import { endLater } from './ending.ts'
import { rawSend } from './raw-send.ts'
import type { Workplace } from './workplace.ts'

/** Systems that send notes, as the municipality and the issuer know them. */
export type Senders = {
  issuer: string
  /** Sends one note by one of the systems, in turn. */
  sendOne: (address: string) => Promise<void>
  /** Sends a list. @throws Error when one of them is not taken */
  sendList: (address: string, notes: number) => Promise<void>
}

type Author = { caseNumber: string; author: string }

// One system may send 600 requests a minute (app/ingest/client-access.ts): so many that none is turned away.
const systems = 100
const text = [
  'Vi träffas på kontoret klockan 13. Samtalet varar i en timme. Kuratorn är med den första halvtimmen.',
  'Det är bäst på helgerna och svårast på morgonen. Skolan går bra när natten har varit lugn, och lunchen är trevlig.',
  'Familjen vill ha hjälp med rutinerna på morgonen. Vi ses igen om en vecka och ringer till skolan dessförinnan.',
].join('\n\n')

export async function openSenders({ ownerUrl, municipalityId }: Workplace): Promise<Senders> {
  const clients = Array.from({ length: systems }, (_, index) => `bench-${index}`)
  const authors = await registerSystems(ownerUrl, municipalityId, clients)
  const issuer = await startIngestIssuer({ municipality_id: municipalityId, scope: 'notes:write' })
  endLater(issuer.close)
  const agent = new Agent({ keepAlive: true })
  endLater(() => agent.destroy())
  const tokens = new Map<string, Promise<string>>()
  let sent = 0
  const noteOf = () => aNote(authors[sent++ % authors.length]!)
  const post = async (url: string, client: string, value: object) => {
    const token = tokens.get(client) ?? tokenFor(issuer, new URL(url).origin, client)
    tokens.set(client, token)
    const headers = {
      authorization: `Bearer ${await token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    }
    const { status, body } = await rawSend(
      url,
      { method: 'POST', headers, body: Buffer.from(JSON.stringify(value)) },
      agent,
    )
    if (status >= 300) throw new Error(`${new URL(url).pathname} answers ${status}: ${body}`)
    return body
  }
  return {
    issuer: issuer.issuer,
    sendOne: async (address) => {
      await post(`${address}/api/v1/notes`, clients[sent % systems]!, noteOf())
    },
    sendList: async (address, notes) => {
      const items = Array.from({ length: notes }, () => ({ type: 'note', data: noteOf() }))
      const body = await post(`${address}/api/v1/batch`, clients[sent % systems]!, { items })
      const { results } = JSON.parse(body) as { results: { status: number }[] }
      const refused = results.find(({ status }) => status >= 300)
      if (refused || results.length !== notes)
        throw new Error(`a list is not taken: ${JSON.stringify(refused)}`)
    },
  }
}

async function registerSystems(
  ownerUrl: string,
  municipalityId: string,
  clients: string[],
): Promise<Author[]> {
  return asOwner(ownerUrl, async (owner) => {
    await owner.query(
      `with client as (insert into ingest_client select $1, id, id, '[2020-01-01,)' from unnest($2::text[]) id returning *)
       insert into ingest_client_scope select municipality_id, client_id, 'notes:write' from client`,
      [municipalityId, clients],
    )
    await owner.query(
      `update staff_member s set employee_id = 'SB-' || n.number
         from (select id, row_number() over (order by id) as number from staff_member where municipality_id = $1) n
        where s.municipality_id = $1 and s.id = n.id`,
      [municipalityId],
    )
    const { rows } = await owner.query<Author>(
      `select c.case_number as "caseNumber", s.employee_id as author
         from case_file c
         join caseworker_assignment a on a.municipality_id = c.municipality_id and a.case_id = c.id and a.kind = 'lead'
         join staff_member s on s.municipality_id = c.municipality_id and s.id = a.staff_id
        where c.municipality_id = $1 order by c.case_number`,
      [municipalityId],
    )
    return rows
  })
}

// An hour: longer than any run.
function tokenFor(issuer: IngestIssuer, origin: string, client: string): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + 3600
  return issuer.token({ claims: { client_id: client, aud: `${origin}/api/v1`, exp } })
}

function aNote({ caseNumber, author }: Author) {
  return {
    externalId: randomUUID(),
    caseNumber,
    author,
    kind: 'meeting',
    title: 'Möte på kontoret',
    eventAt: '2026-09-14T10:00:00+02:00',
    recordedAt: '2026-09-14T10:20:00+02:00',
    source: { type: 'samtal', role: 'Barnet' },
    participants: ['Barnet', 'Kuratorn'],
    childPresent: true,
    text,
    bbicAreas: ['education'],
    dictated: false,
  }
}
