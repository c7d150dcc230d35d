import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { DataKeys } from '../../app/person/data-keys.ts'
import { endPdfMaker } from '../../app/document/pdf/pdf-maker.ts'
import type { DB } from '../schema.ts'
import { alvasStory } from './alva/story.ts'
import { eliasStory } from './elias/story.ts'
import { leosStory } from './leo/story.ts'
import { freezeDocuments } from './freeze-documents.ts'
import { novasStory } from './nova/story.ts'
import type { Story } from './story.ts'
import { tindrasStory } from './tindra/story.ts'
import { writeAppointments } from './write-appointments.ts'
import { writeAttachments } from './write-attachments.ts'
import { writeCase } from './write-case.ts'
import { writeCommittee, writeDecisions, writeMatters } from './write-committee.ts'
import { writeDocuments } from './write-documents.ts'
import { writeDocumentationTimes } from './write-documentation-times.ts'
import { writeIndicators } from './write-indicators.ts'
import { writeFollowUps } from './write-follow-ups.ts'
import { writeNotes } from './write-notes.ts'
import { writePeople } from './write-people.ts'
import { reviewEarlierTexts, tellEarlierSurveys, writeEarlierSurveys } from './write-earlier-surveys.ts'
import { writeSurvey } from './write-survey.ts'
import { writeRemarks, writeThreads } from './write-talk.ts'
import { writeRemarkEvents, writeVisits } from './write-visits.ts'

/** The stories as they stand on Tuesday 15 September 2026 at 09:00. */
export const stories: readonly Story[] = [tindrasStory, eliasStory, alvasStory, novasStory, leosStory]

/**
 * Fills a migrated database with the demo's two municipalities and their stories. All or nothing. A database that has a municipality already is left as it is, so
 * that the demo may call this at every start.
 * @param ownerUrl connection of the owner of the tables
 * @param keys keys for personal identity numbers, the same as the portal's
 */
export async function seedStories(ownerUrl: string, keys: DataKeys): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  try {
    await db.transaction().execute(async (tx) => {
      // Two starts at once: the second waits here and then finds the first one's rows.
      await sql`lock table municipality in share row exclusive mode`.execute(tx)
      if (await tx.selectFrom('municipality').select('id').limit(1).executeTakeFirst()) return
      // The stories tell Swedish time.
      await sql`set local time zone 'Europe/Stockholm'`.execute(tx)
      await writePeople(tx, keys)
      await writeCommittee(tx)
      for (const story of stories) await writeStory(tx, story, keys)
      await writeMatters(tx)
      await writeSurvey(tx, keys)
      await writeEarlierSurveys(tx)
      await writeIndicators(tx)
      await writeDocumentationTimes(tx)
    })
    await tellEarlierSurveys(ownerUrl)
    await reviewEarlierTexts(db)
    // Without figures about the tables every page's first plans are poor.
    await sql`analyze`.execute(db)
  } finally {
    await db.destroy()
    await endPdfMaker()
  }
}

async function writeStory(tx: Kysely<DB>, story: Story, keys: DataKeys): Promise<void> {
  const ids = await writeCase(tx, story)
  await writeNotes(tx, story.notes, ids)
  const { municipality, caseworkers } = story
  await writeDocuments(tx, story.documents, ids, { municipality, decidedBy: caseworkers[0]!.staff })
  await writeFollowUps(tx, story, ids)
  await writeAppointments(tx, story, ids)
  await writeDecisions(tx, story.documents)
  await freezeDocuments(tx, story.documents, municipality)
  await writeRemarks(tx, story.remarks, ids)
  await writeThreads(tx, story.threads, ids)
  await writeAttachments(tx, story.threads, ids, keys)
  await writeVisits(tx, story.visits, ids)
  await writeRemarkEvents(tx, story.remarks, ids)
}
