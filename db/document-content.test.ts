import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { blocksFromSections } from '../app/document/content/from-sections'
import { emptyDatabase } from '../tests/support/database'

const folder = new URL('./migrations/', import.meta.url)

const sections = [
  { paragraphs: ['Först.', '\u200b'] },
  { heading: 'Ett\ntvå', paragraphs: ['a\r\nb\n\n\tc\u202e d', '\u00a0Bra\u030a\u2028nej '] },
  { heading: '\u200b', paragraphs: ['Utan rubrik.'] },
]

test('older versions become the same content in the database as a text from elsewhere does here', async () => {
  const client = await migratedUntil('0027')
  const { rows: own } = await client.query<{ name: string }>(
    `with m as (insert into municipality (id, name, phone) values (gen_random_uuid(), 'Ekdala kommun', '1') returning id, name),
          u as (insert into unit (municipality_id, name) select id, 'Barn' from m returning municipality_id, id)
     select name from m, u`,
  )
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into document_version (municipality_id, document_id, number, title, sections, signed_at, signed_by)
     select id, gen_random_uuid(), 1, E'Beslut\\n1', $1, now(), gen_random_uuid() from municipality`,
    [JSON.stringify(sections)],
  )
  await client.query('set session_replication_role = origin')
  await client.query(await readFile(new URL('0027-document-content.sql', folder), 'utf8'))
  const { rows } = await client.query<{ content: object }>('select content from document_version')
  const issuer = { name: own[0]!.name, unit: 'Socialnämnden' }
  expect(rows[0]!.content).toEqual({
    title: 'Beslut 1',
    language: 'sv',
    issuer,
    blocks: blocksFromSections(sections),
  })
})

async function migratedUntil(first: string): Promise<pg.Client> {
  const { ownerUrl } = await emptyDatabase()
  const client = new pg.Client(ownerUrl)
  await client.connect()
  onTestFinished(() => client.end())
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql') && name < first).sort()
  for (const name of names) await client.query(await readFile(new URL(name, folder), 'utf8'))
  return client
}
