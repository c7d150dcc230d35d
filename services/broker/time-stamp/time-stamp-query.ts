import { tags } from '../../../app/signing/verifier/der-form.ts'
import { Fields, readDer } from '../../../app/signing/verifier/der.ts'
import { integer } from '../../../app/signing/verifier/der-writer.ts'
import { hashNamed } from '../../../app/signing/verifier/stamped-facts.ts'
import { refuse } from '../../../app/signing/verifier/refusal.ts'

/** What a time-stamp service is asked (RFC 3161, 2.4.1): a SHA-256, and a number that the answer must carry. */
export type Query = { imprint: Buffer; nonce: Buffer | null }

export function readQuery(bytes: Buffer): Query {
  const fields = new Fields(readDer(bytes))
  if (!fields.take(tags.integer).raw.equals(integer(1))) refuse('query-version')
  const hashed = new Fields(fields.take(tags.sequence))
  if (hashNamed(hashed.take(tags.sequence)) !== 'sha256') refuse('query-hash')
  const imprint = hashed.take(tags.octetString).content
  hashed.end()
  if (imprint.length !== 32) refuse('query-imprint')
  fields.maybe(tags.oid)
  const nonce = fields.maybe(tags.integer)?.content ?? null
  fields.maybe(tags.boolean)
  fields.end()
  return { imprint, nonce }
}
