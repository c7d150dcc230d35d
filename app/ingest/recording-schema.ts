import { z } from 'zod'
import { externalId } from './fields.ts'

/** The query of a recording's address; the body is the sound. */
export const recordingSchema = z.strictObject({
  note: externalId.describe('External id of the note it belongs to'),
  externalId,
})
