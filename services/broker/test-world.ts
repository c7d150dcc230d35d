import { createServer } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import type { TestBankId } from './bankid/bankid.ts'
import { startBroker, type Broker } from './broker.ts'
import type { LogLine } from './log.ts'
import type { ClientRegistration, DemoPerson, PublicJwk } from './registration.ts'
import { connect, KID, REDIRECT_URI, type TestService } from './test-service.ts'

export type TestWorld = Broker & { person: TestService; staff: TestService; log: LogLine[] }

export const TINDRA = person('201001012382', 'Tindra', 'Ek', 'ungdom')
export const MARIE = person('198501012382', 'Marie', 'Ek', 'vårdnadshavare')
export const MIRA = person('199501012380', 'Mira', 'Sandell', 'handläggare')
export const JONAS = person('197812312390', 'Jonas', 'Ahlbeck', 'enhetschef')

function person(number: string, givenName: string, familyName: string, part: string): DemoPerson {
  return { personalIdentityNumber: number, givenName, familyName, part }
}

/** Takes orders of signatures only with a bank that makes them. */
export async function startTestWorld(bankId?: TestBankId): Promise<TestWorld> {
  const [personKeys, staffKeys] = await Promise.all([createKeys(), createKeys()])
  const log: LogLine[] = []
  const broker = await startBroker({
    port: await findFreePort(),
    people: [TINDRA, MARIE],
    staff: [MIRA, JONAS],
    clients: {
      person: register('portal', 'Mina sidor', 'My pages', personKeys.jwk),
      staff: register('portal-staff', 'Mina sidor för handläggare', 'My pages for staff', staffKeys.jwk),
    },
    ...(bankId && { bankId }),
    log: (line) => log.push(line),
  })
  const [personService, staffService] = await Promise.all([
    connect(broker.issuer, 'portal', personKeys.key),
    connect(broker.staffIssuer, 'portal-staff', staffKeys.key),
  ])
  return { ...broker, person: personService, staff: staffService, log }
}

function register(clientId: string, sv: string, en: string, publicJwk: PublicJwk) {
  return {
    clientId,
    clientName: { sv, en },
    publicJwk,
    redirectUris: [REDIRECT_URI],
  } satisfies ClientRegistration
}

export async function createKeys() {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  return {
    key: privateKey,
    jwk: { ...(await exportJWK(publicKey)), kid: KID } as PublicJwk,
  }
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
