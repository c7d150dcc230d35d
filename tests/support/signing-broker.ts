import { X509Certificate } from 'node:crypto'
import { pino } from 'pino'
import { freePort } from '../../db/local/free-port.ts'
import { createIdentityProviders, type IdentityProvider } from '../../app/oidc/identity-provider.ts'
import type { SignatureOrder } from '../../app/oidc/signature-order.ts'
import type { BegunSignature } from '../../app/oidc/signature-request.ts'
import { createAuthority } from '../../services/broker/bankid/authority.ts'
import { createTestBankId } from '../../services/broker/bankid/bankid.ts'
import { startBroker } from '../../services/broker/broker.ts'
import { createTestBrowser, type TestBrowser, type Visit } from '../../services/broker/test-browser.ts'
import { clientKeys, numbers, origin } from './sign-in-world.ts'

export type SigningBroker = {
  provider: IdentityProvider
  /** The one for staff. */
  staffProvider: IdentityProvider
  issuer: string
  roots: X509Certificate[]
  serviceName: string
  close: () => Promise<void>
}

/** The test broker with a bank that signs, and the portal's side of it. */
export async function signingBroker(): Promise<SigningBroker> {
  const [keys, authority] = await Promise.all([clientKeys(), createAuthority('BankID')])
  const bankId = await createTestBankId(authority)
  const clientName = { sv: 'Mina sidor', en: 'My pages' }
  const client = { clientName, publicJwk: keys.publicKey, redirectUris: [`${origin}/auth/callback`] }
  const broker = await startBroker({
    port: await freePort(),
    people: [somebody(numbers.marie, 'Marie'), somebody(numbers.henrik, 'Henrik')],
    staff: [somebody(numbers.mira, 'Mira')],
    clients: { person: { clientId: 'portal', ...client }, staff: { clientId: 'portal-staff', ...client } },
    bankId,
    log: () => undefined,
  })
  const settings = { clientKey: keys.setting, broker: 'oidc-sweden' as const }
  const providers = createIdentityProviders(
    {
      origin,
      production: false,
      person: { ...settings, issuer: broker.issuer, clientId: 'portal' },
      staff: { ...settings, issuer: broker.staffIssuer, clientId: 'portal-staff' },
    },
    pino({ level: 'silent' }),
  )
  return {
    provider: providers.person,
    staffProvider: providers.staff,
    issuer: broker.issuer,
    roots: [new X509Certificate(bankId.rootPem)],
    serviceName: bankId.serviceName,
    close: () => broker.close(),
  }
}

function somebody(personalIdentityNumber: string, givenName: string) {
  return { personalIdentityNumber, givenName, familyName: 'Ek', part: '' }
}

export const receipt: SignatureOrder = {
  visibleText: Buffer.from('Jag bekräftar att jag har tagit emot\n  beslutet <SN 2026-14> & bilagan.'),
  hiddenData: Buffer.from('{"intentId":"1","v":1}'),
  signer: numbers.marie,
  languages: ['sv'],
}

export async function begun(provider: IdentityProvider, order = receipt): Promise<BegunSignature> {
  const started = await provider.startSignature(order)
  if ('refused' in started) throw new Error(started.detail)
  return started
}

/** Sends the form, as the person's browser does: the broker's first page. */
export function send({ address, fields }: BegunSignature, browser: TestBrowser): Promise<Visit> {
  return browser.open(address, { method: 'POST', body: new URLSearchParams(fields) })
}

/** Through the broker's two pages, until it sends the person back. */
export async function signAtBroker(
  signature: BegunSignature,
  { person = numbers.marie, fault = 'none' }: { person?: string; fault?: string } = {},
): Promise<URLSearchParams> {
  const browser = createTestBrowser()
  const first = await send(signature, browser)
  const post = (fields: Record<string, string>) =>
    browser.open(first.url, { method: 'POST', body: new URLSearchParams(fields) })
  const shown = await post({ person, action: 'identify' })
  const back = shown.text ? await post({ person, action: 'sign', fault }) : shown
  return back.url.searchParams
}

export async function finished(
  provider: IdentityProvider,
  signature: BegunSignature,
  query: URLSearchParams,
  signer = numbers.marie as string,
) {
  return provider.finishSignature({ ...signature, query }, { signer, requestJwt: signature.requestJwt })
}
