import { newSessionToken } from '../../../app/access/cookies.ts'
import { asOwner } from '../case-database.ts'
import type { MeasuredPortal } from './measured-portal.ts'

/** What people and caseworkers open most. */
export const pageNames = ['case', 'home', 'note', 'document', 'staff case', 'staff today'] as const
export type PageName = (typeof pageNames)[number]

/** How whom a page is for asks for it. */
type ReaderPage = { path: string; headers: Record<string, string> }

/** The pages of the measured case's youth and of its caseworker. */
export async function readerPages({
  ownerUrl,
  database,
}: MeasuredPortal): Promise<Record<PageName, ReaderPage>> {
  const { casePath, cookie } = database
  const caseId = casePath.split('/').at(-1)
  return asOwner(ownerUrl, async (owner) => {
    const one = async (statement: string) =>
      (await owner.query<{ id: string; municipality: string }>(statement, [caseId])).rows[0]!
    const note = await one(
      'select id, municipality_id as municipality from note where case_id = $1 order by event_at desc limit 1',
    )
    const document = await one('select id from document where case_id = $1 order by dated_on limit 1')
    const staff = await one(
      `select staff_id as id from caseworker_assignment where case_id = $1 and kind = 'lead'`,
    )
    const session = newSessionToken(note.municipality)
    await owner.query(
      `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, 'staff', $3, 'computer')`,
      [note.municipality, session.hash, staff.id],
    )
    const asPerson = { cookie }
    const asStaff = { cookie: `__Host-staff-sid=${session.cookie}` }
    return {
      case: { path: casePath, headers: asPerson },
      home: { path: '/hem', headers: asPerson },
      note: { path: `${casePath}/anteckningar/${note.id}`, headers: asPerson },
      document: { path: `${casePath}/dokument/${document.id}`, headers: asPerson },
      'staff case': { path: `/handlaggare${casePath}`, headers: asStaff },
      'staff today': { path: '/handlaggare', headers: asStaff },
    }
  })
}
