import type { IdentityProviders } from '../oidc/identity-provider.ts'
import type { SettingsFault } from './setting-reader.ts'

/** Found at the start, not when somebody signs. A broker that does not answer yet is asked again by its connection. */
export async function signingFaults({ person, staff }: IdentityProviders): Promise<SettingsFault[]> {
  const brokers = [
    { name: 'OIDC_ISSUER', lacks: await person.lacksForSigning() },
    { name: 'STAFF_OIDC_ISSUER', lacks: await staff.lacksForSigning() },
  ]
  return brokers
    .filter(({ lacks }) => lacks !== null && lacks.length > 0)
    .map(({ name, lacks }) => ({ name, fault: `cannot take signatures: it lacks ${lacks!.join(', ')}` }))
}
