import { z } from 'zod'
import { documentSchema } from './document-schema.ts'
import { caseNumber, day, externalId, moment, text } from './fields.ts'
import { noteSchema } from './note-schema.ts'

const stageSchema = z
  .strictObject({
    externalId,
    caseNumber,
    stage: z.enum([
      'report',
      'preliminaryAssessment',
      'investigation',
      'disclosureForComment',
      'decision',
      'intervention',
      'followUp',
      'closure',
      'noInvestigation',
      'immediateCustody',
    ]),
    startedOn: day,
    dueOn: day.optional().describe('Last day of what the stage must get done. Never a visit'),
    shownFrom: moment.describe('From when it stands on the pages: a stage is told by a person first'),
  })
  .describe('A stage change. It can be sent again, changed, until it is shown')

const partySchema = z
  .strictObject({
    externalId,
    caseNumber,
    personalIdentityNumber: z.string().regex(/^\d{12}$/),
    role: z.enum(['child', 'guardian', 'appointedCustodian', 'publicCounsel', 'fosterCarer']),
    validFrom: day,
    validTo: day.optional().describe('Last day'),
    source: text(300).describe('What the relation rests on'),
  })
  .describe('Who belongs to a case and when. Does not lift a block')

export const itemSchemas = {
  note: noteSchema,
  stage: stageSchema,
  party: partySchema,
  document: documentSchema,
}

export type ItemKind = keyof typeof itemSchemas
export type IngestItem = {
  [Kind in ItemKind]: { kind: Kind; item: z.infer<(typeof itemSchemas)[Kind]> }
}[ItemKind]

export const batchSchema = z
  .strictObject({
    items: z
      .array(z.strictObject({ type: z.enum(['note', 'stage', 'party', 'document']), data: z.unknown() }))
      .min(1)
      .max(500),
  })
  .describe('Up to 500 items. Each is done by itself, in their order, and has its own result')
