import { readSealCms } from '../verifier/cms.ts'
import { refuse } from '../verifier/refusal.ts'
import { readSealed } from '../verifier/sealed.ts'
import { sealCms, sha256 } from '../verifier/seal-form.ts'
import { fillRoom } from './signature-field.ts'
import { fetchTimeStamp, type TimeStampService } from './time-stamp-client.ts'

/** Puts a time stamp into a seal (PAdES B-T). Nothing that the seal covers changes; one that has a stamp keeps it. */
export async function stampSeal(sealed: Buffer, service: TimeStampService, now: Date): Promise<Buffer> {
  const { kind, contents, before, after } = readSealed(sealed)
  if (kind !== 'Sig') refuse('pdf-signature')
  const parts = readSealCms(contents)
  if (parts.token) return sealed
  const token = await fetchTimeStamp(sha256(parts.signature), service, now)
  return fillRoom(sealed, before, after, sealCms({ ...parts, token }))
}
