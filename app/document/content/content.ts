import { z } from 'zod'
import { contentLanguages } from './content-languages.ts'
import { contentFaults } from './content-faults.ts'
import { contentLimits as most } from './limits.ts'
import { plainText } from './plain-text.ts'

const language = z.enum(contentLanguages)
/** When the block is written in another language than the document (WCAG 3.1.2). */
const inLanguage = { language: language.optional() }

const heading = z.strictObject({
  kind: z.literal('heading'),
  level: z.literal([2, 3]),
  text: plainText(most.heading),
  ...inLanguage,
})

const paragraph = z.strictObject({
  kind: z.literal('paragraph'),
  text: plainText(most.paragraph),
  ...inLanguage,
})

const list = z.strictObject({
  kind: z.literal('list'),
  ordered: z.boolean(),
  items: z.array(plainText(most.item)).min(1, 'list.empty').max(most.items, 'list.tooLong'),
  ...inLanguage,
})

const table = z.strictObject({
  kind: z.literal('table'),
  /** What the table shows, for whoever hears it. */
  caption: plainText(most.heading),
  head: z.array(plainText(most.label)).min(2, 'table.columns').max(most.columns, 'table.columns'),
  rows: z
    .array(z.array(plainText(most.cell)))
    .min(1, 'table.empty')
    .max(most.rows, 'table.tooLong'),
  ...inLanguage,
})

const facts = z.strictObject({
  kind: z.literal('facts'),
  rows: z
    .array(z.strictObject({ label: plainText(most.label), value: plainText(most.value) }))
    .min(1, 'list.empty')
    .max(most.facts, 'list.tooLong'),
  ...inLanguage,
})

export const blockSchema = z.discriminatedUnion('kind', [heading, paragraph, list, table, facts])

/** What a document says: the page and the PDF are both drawn from it. Its texts hold no markup. */
export const contentSchema = z
  .strictObject({
    title: plainText(most.title),
    language,
    /** Who speaks: the municipality, and its committee or unit. */
    issuer: z.strictObject({ name: plainText(most.issuer), unit: plainText(most.issuer).optional() }),
    /** Diary number, on every page of the PDF. */
    reference: plainText(most.reference).optional(),
    blocks: z.array(blockSchema).min(1, 'content.empty').max(most.blocks, 'content.tooLong'),
  })
  .superRefine((content, check) => {
    for (const { rule, path } of contentFaults(content)) {
      check.addIssue({ code: 'custom', message: rule, path: [...path] })
    }
  })

export type DocumentBlock = z.infer<typeof blockSchema>
export type DocumentContent = z.infer<typeof contentSchema>
export type Fact = { label: string; value: string }
