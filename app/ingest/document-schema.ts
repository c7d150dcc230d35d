import { z } from 'zod'
import { documentTypes } from '../../db/closed-lists.ts'
import { contentLanguages } from '../document/content/content-languages.ts'
import { blockSchema } from '../document/content/content.ts'
import { contentLimits } from '../document/content/limits.ts'
import { mostUploadBytes } from '../document/upload/upload-limit.ts'
import { caseNumber, day, employeeId, externalId, moment, text } from './fields.ts'

const sections = z
  .array(z.strictObject({ heading: text(200).optional(), paragraphs: z.array(text(20_000)).min(1).max(200) }))
  .min(1)
  .max(200)
  .optional()
  .describe('The text as headings and paragraphs. Either this or blocks')

const blocks = z
  .array(blockSchema)
  .min(1)
  .max(contentLimits.blocks)
  .optional()
  .describe('The text with lists and tables, too. Texts are single lines without markup')

/** In base64, a third longer than the file. */
const pdf = z
  .string()
  .max(4 * Math.ceil(mostUploadBytes / 3))
  .refine((sent) => Buffer.from(sent, 'base64').toString('base64') === sent, 'is not in base64')
  .optional()
  .describe(
    'The document as a finished PDF of at most 20 MB, in base64, not in a list: kept as it is. It may be neither encrypted nor broken, nor hold scripts, actions, forms, files, sound or film. Its words stand in the text, too',
  )

export const documentSchema = z
  .strictObject({
    externalId,
    caseNumber,
    documentType: z.enum(documentTypes),
    datedOn: day,
    receiptAsked: z.boolean().default(false),
    version: z.int().min(1).max(1000),
    title: text(200),
    language: z.enum(contentLanguages).default('sv').describe('Of the text'),
    sections,
    blocks,
    pdf,
    childTitle: text(200).optional(),
    childText: text(20_000).optional(),
    changeReason: text(1000).optional().describe('Asked for from version 2'),
    signedAt: moment,
    signedBy: employeeId,
  })
  .describe('A version of a signed document. Nobody outside the staff may read it until it is released')

export type IngestDocument = z.infer<typeof documentSchema>
