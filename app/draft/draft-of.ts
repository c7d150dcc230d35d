import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { draftFields, type DraftOf } from './draft-fields'

const idOrNone = z.uuid().nullable().catch(null)
const of = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contactRequest') }),
  z.object({
    kind: z.enum(['disputedFact', 'ownComment', 'accessRequest']),
    noteId: idOrNone,
    documentId: idOrNone,
  }),
  z.object({ kind: z.enum(['point', 'otherTime']), appointmentId: z.uuid() }),
  z.object({ kind: z.enum(['decline', 'appeal']), documentId: z.uuid(), requestId: z.uuid() }),
])

/** @returns null for what no form of ours says */
export function draftOfIn(form: FormData, caseId: string): DraftOf | null {
  const read = of.safeParse({
    kind: form.get(draftFields.kind),
    noteId: form.get(draftFields.note),
    documentId: form.get(draftFields.document),
    appointmentId: form.get(draftFields.appointment),
    requestId: form.get(draftFields.request),
  })
  return read.success ? { ...read.data, caseId } : null
}

/** Chosen when the form was shown. A malformed one is not ours, and nothing was kept by it. */
export const draftIdIn = (form: FormData): string =>
  z
    .uuid()
    .catch(() => randomUUID())
    .parse(form.get(draftFields.id))
