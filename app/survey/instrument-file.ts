import { z } from 'zod'
import { bbicAreas } from '../../db/closed-lists.ts'
import { languages, type Language } from '../i18n/languages.ts'
import { faces, pictureNames, qualityAreas, respondentGroups, surveySubjects } from './instrument.ts'

// docs/survey-files.md tells municipalities what stands here.

const text = z.string().trim().min(1, 'is empty').max(1_000)
const words = z.strictObject(
  Object.fromEntries(languages.map((language) => [language, text])) as Record<Language, typeof text>,
)
/** They stand in addresses and in stored answers. */
const id = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,59}$/, 'must be letters, digits and hyphens, at most 60')
const version = z.int().min(1).max(10_000)
const day = z.iso.date('must be a day as 2026-09-15')
const picture = z.enum(pictureNames).exactOptional()
const areas = z.array(z.enum(bbicAreas)).max(bbicAreas.length)

const option = z.strictObject({
  id,
  label: words,
  positive: z.boolean().nullable(),
  face: z.enum(faces).exactOptional(),
  picture,
  bbicAreas: areas.exactOptional(),
  unverified: z.literal(true).exactOptional(),
})
const scale = z.strictObject({
  look: z.enum(['faces', 'words']),
  options: z.array(option).min(2, 'must have two answers or more').max(20),
})

const choiceItem = z.strictObject({
  id,
  kind: z.enum(['choice', 'choices']),
  text: words,
  picture,
  scale: z.string(),
  qualityArea: z.enum(qualityAreas).exactOptional(),
  bbicAreas: areas,
  koladaId: z
    .string()
    .regex(/^[NU]\d{5}$/, 'must be a letter and five digits as U33575')
    .exactOptional(),
})
const textItem = z.strictObject({ id, kind: z.literal('text'), text: words, picture })
/** An item of the instrument that `itemsFrom` names, counted for another indicator or none. */
const sameItem = z.strictObject({ id, kind: z.literal('same'), koladaId: choiceItem.shape.koladaId })

export const instrumentFile = z.strictObject({
  id,
  version,
  validFrom: day,
  validTo: day.exactOptional(),
  official: z.boolean(),
  source: text,
  respondentGroup: z.enum(respondentGroups),
  about: z.array(z.enum(surveySubjects)).min(1),
  title: words,
  itemsFrom: z.strictObject({ id, version }).exactOptional(),
  scales: z.record(id, scale).default({}),
  items: z
    .array(z.discriminatedUnion('kind', [choiceItem, textItem, sameItem]))
    .min(1)
    .max(60),
})

export type InstrumentFile = z.infer<typeof instrumentFile>
