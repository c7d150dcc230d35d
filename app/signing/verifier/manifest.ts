import { z } from 'zod'
import { refuse } from './refusal.ts'

/** What lies in a package, as its list of contents says: the one part that the judge looks for by its name. */
export const manifestName = 'package.json'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const moment = z.iso.datetime()
const name = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/)
const part = z.strictObject({ name, bytes: z.int().min(0), sha256: hash })
const manifestSchema = z.strictObject({
  v: z.literal(1),
  at: moment,
  document: z.strictObject({ bytes: z.int().min(1), sha256: hash }),
  parts: z.array(part).max(200),
  signatures: z
    .array(
      z.strictObject({
        signer: z.string().regex(/^\d{12}$/),
        at: moment,
        visibleText: name,
        intent: name,
        signature: name,
        ocspResponse: name.nullable(),
      }),
    )
    .min(1)
    .max(50),
})
export type Manifest = z.infer<typeof manifestSchema>

export function readManifest(bytes: Buffer): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString()))
  } catch {
    return refuse('package-manifest')
  }
}
