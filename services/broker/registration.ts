import { z } from 'zod'
import { parseIdNumber, stockholmDate } from './id-number.ts'

export const registrationSchema = z.object({
  people: z.array(demoPersonSchema()).min(1),
  staff: z.array(demoPersonSchema()).min(1),
  clients: z.object({ person: clientSchema(), staff: clientSchema() }),
  ingest: ingestSchema().optional(),
})

export type Registration = z.infer<typeof registrationSchema>
export type DemoPerson = Registration['people'][number]
export type ClientRegistration = Registration['clients']['person']
export type IngestRegistration = NonNullable<Registration['ingest']>
export type PublicJwk = JsonWebKey & { kid: string }

function demoPersonSchema() {
  return z
    .object({
      personalIdentityNumber: z.string().refine(isIdNumber, 'is not a valid number'),
      givenName: z.string(),
      familyName: z.string(),
      part: z.string(),
    })
    .refine(({ givenName, familyName }) => givenName !== '' || familyName !== '', 'has no name')
}

function clientSchema() {
  return z.object({
    clientId: z.string().min(1),
    clientName: z.object({ sv: z.string().min(1), en: z.string().min(1) }),
    publicJwk: z.custom<PublicJwk>(isPublicJwk, 'must be a public JWK with a kid'),
    redirectUris: z.array(z.url()).min(1),
  })
}

function ingestSchema() {
  return z.object({
    audience: z.url(),
    clients: z
      .array(
        z.object({
          clientId: z.string().min(1),
          municipalityId: z.uuid(),
          scopes: z.array(z.string().min(1)).min(1),
          publicJwk: z.custom<PublicJwk>(isPublicJwk, 'must be a public JWK with a kid'),
        }),
      )
      .min(1),
  })
}

function isIdNumber(text: string): boolean {
  return !('problem' in parseIdNumber(text, stockholmDate(new Date())))
}

function isPublicJwk(value: unknown): value is PublicJwk {
  if (typeof value !== 'object' || value === null) return false
  const isPublic = !('d' in value) && !('k' in value)
  return isPublic && 'kty' in value && 'kid' in value && typeof value.kid === 'string'
}
