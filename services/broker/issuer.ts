import { createHmac, randomBytes } from 'node:crypto'
import Provider, { errors, type Configuration, type JWK } from 'oidc-provider'
import type { People } from './answer.ts'
import type { TestBankId } from './bankid/bankid.ts'
import { identification, identificationPath } from './identification.ts'
import { parseIdNumber, stockholmDate } from './id-number.ts'
import { describeRefusal, whereItFailed, type Log } from './log.ts'
import { renderNotice } from './page.ts'
import { takeLargeRequests } from './large-request.ts'
import { providerConfiguration } from './provider-configuration.ts'
import type { ClientRegistration, DemoPerson } from './registration.ts'
import { errorPages, limitDiscovery, secureHeaders, sendPage } from './responses.ts'
import { createSignIns, type Identity } from './sign-in.ts'
import { chooseLanguage } from './texts.ts'

type Parts = {
  issuer: string
  people: DemoPerson[]
  mayTypeNumber: boolean
  client: ClientRegistration
  keys: JWK[]
  bankId: TestBankId | undefined
  log: Log
}

export async function createIssuer({
  issuer,
  people,
  mayTypeNumber,
  client,
  keys,
  bankId,
  log,
}: Parts): Promise<Provider> {
  const mount = new URL(issuer).pathname.replace(/\/$/, '')
  const signIns = createSignIns()
  const subjectOf = createSubjects(client.clientId)

  const provider = new Provider(
    issuer,
    providerConfiguration({
      client,
      keys,
      signIns,
      signs: bankId !== undefined,
      authnProvider: `${issuer}/bankid`,
      subjectOf: (signInId) => subjectOf(signIns.find(signInId)?.identity),
      interactionPath: (uid) => mount + identificationPath(uid),
      renderError: showError,
    }),
  )
  // The server sets the forwarded headers itself, see broker.ts.
  provider.proxy = true
  provider.use(secureHeaders(client.redirectUris))
  provider.use(errorPages(issuer, log))
  provider.use(limitDiscovery())
  provider.use(takeLargeRequests())
  provider.use(
    identification({ provider, client, people: toPeople(people, mayTypeNumber), signIns, subjectOf, bankId }),
  )
  logErrors(provider, log)

  // Clients are read on first use. Read now, so that a wrong registration stops the start.
  await provider.Client.find(client.clientId)
  return provider
}

function toPeople(people: DemoPerson[], mayTypeNumber: boolean): People {
  const today = stockholmDate(new Date())
  const choices = people.map(({ personalIdentityNumber, ...person }, index) => {
    const idNumber = parseIdNumber(personalIdentityNumber, today)
    if ('problem' in idNumber) throw new TypeError(`person ${index}: bad ${idNumber.problem} in the number`)
    return { idNumber, ...person }
  })
  return { choices, mayTypeNumber }
}

/** The key is never stored, so nobody can find the number by trying. */
function createSubjects(clientId: string): (identity: Identity | undefined) => string {
  const key = randomBytes(32)
  return (identity) => {
    if (!identity) throw new TypeError('the sign-in is gone')
    return createHmac('sha256', key).update(`${clientId} ${identity.idNumber.digits}`).digest('base64url')
  }
}

const showError: NonNullable<Configuration['renderError']> = (ctx, out, error) => {
  const language = chooseLanguage(ctx.oidc.params?.['ui_locales'])
  if (error instanceof errors.SessionNotFound) sendPage(ctx, 410, renderNotice(language, 'over'))
  else if (ctx.status >= 500) sendPage(ctx, ctx.status, renderNotice(language, 'failed'))
  else sendPage(ctx, ctx.status, renderNotice(language, 'refused', out.error))
}

const DECIDED_BY_PERSON = ['access_denied', 'login_required', 'unmet_authentication_requirements']

function logErrors(provider: Provider, log: Log): void {
  const { issuer } = provider
  const refused = (event: string) => (_ctx: unknown, error: errors.OIDCProviderError) => {
    if (DECIDED_BY_PERSON.includes(error.error) || error instanceof errors.SessionNotFound) return
    log(describeRefusal(issuer, event, error))
  }
  provider.on('authorization.error', refused('authorization'))
  provider.on('grant.error', refused('token'))
  provider.on('userinfo.error', refused('userinfo'))
  provider.on('server_error', (_ctx, error) => {
    log({ level: 'error', issuer, event: 'provider', error: 'server_error', detail: whereItFailed(error) })
  })
}
