import { z } from 'zod'
import { externalId } from './fields.ts'

export const recordingSchema = z.strictObject({
  note: externalId.describe('External id of the note it belongs to'),
  externalId,
})
