import { z } from 'zod'
import { documentTypes } from '../../db/closed-lists.ts'
import { caseNumber, day, employeeId, externalId, moment, text } from './fields.ts'
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

const documentSchema = z
  .strictObject({
    externalId,
    caseNumber,
    documentType: z.enum(documentTypes),
    datedOn: day,
    receiptAsked: z.boolean().default(false),
    version: z.int().min(1).max(1000),
    title: text(200),
    sections: z
      .array(
        z.strictObject({ heading: text(200).optional(), paragraphs: z.array(text(20_000)).min(1).max(200) }),
      )
      .min(1)
      .max(200),
    childTitle: text(200).optional(),
    childText: text(20_000).optional(),
    changeReason: text(1000).optional().describe('Asked for from version 2'),
    signedAt: moment,
    signedBy: employeeId,
  })
  .describe('A version of a signed document. Nobody outside the staff may read it until it is released')

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
