import * as openid from 'openid-client'
import type { Logger } from 'pino'
import { abilitiesOf, missingAbilities, missingForSigning, type Abilities } from './broker-abilities.ts'
import { brokers, type BrokerKind } from './brokers.ts'
import type { ClientKey } from './client-key.ts'
import { clockTolerance } from './id-token-checks.ts'
import { limitedFetch } from './limited-fetch.ts'
import type { SignInKind } from './sign-in-kind.ts'
import { refusalOf, SignInRefused } from './sign-in-refused.ts'

export type Connected = {
  config: openid.Configuration
  abilities: Abilities
  /** Empty where signatures can be ordered. */
  missingForSigning: string[]
}

export type BrokerConnection = {
  known: () => Promise<Connected>
  /** Checked again after a minute, so nobody is sent to a broker that is down. */
  fresh: () => Promise<Connected>
}

export type ConnectionParts = {
  kind: SignInKind
  issuer: string
  clientId: string
  broker: BrokerKind
  key: ClientKey | undefined
  secret: string | undefined
  production: boolean
  log: Logger
}

const secondsToAnswer = 5
const largestAnswer = 256 * 1024
const freshFor = 60_000
const retryAfter = 10_000

export function connectToBroker(parts: ConnectionParts): BrokerConnection {
  const { kind, log } = parts
  let connected: Connected | undefined
  let askedAt = 0
  let asking: Promise<Connected> | undefined
  let lastSaid = ''

  const say = (state: string, tell: () => void) => {
    if (lastSaid === state) return
    lastSaid = state
    tell()
  }
  const ask = async (): Promise<Connected> => {
    try {
      connected = sameAs(connected, await discover(parts))
      askedAt = Date.now()
      const { abilities } = connected
      say('ready', () =>
        log.info({ event: 'brokerReady', kind, ...abilities }, 'the broker can identify people'),
      )
      return connected
    } catch (error) {
      const known = refusalOf(error)
      const facts = known ? { detail: known.detail } : { error }
      say(known?.detail ?? 'unexpected', () =>
        log.error({ event: 'brokerAway', kind, ...facts }, 'nobody can be identified'),
      )
      throw error
    }
  }
  const askOnce = () => (asking ??= ask().finally(() => (asking = undefined)))
  const keepAsking = () => {
    askOnce().catch(() => setTimeout(keepAsking, retryAfter).unref())
  }
  keepAsking()

  return {
    known: () => (connected ? Promise.resolve(connected) : askOnce()),
    fresh: () => (connected && Date.now() - askedAt < freshFor ? Promise.resolve(connected) : askOnce()),
  }
}

async function discover({ issuer, clientId, key, secret, ...parts }: ConnectionParts): Promise<Connected> {
  const broker = brokers[parts.broker]
  const config = await openid.discovery(
    new URL(issuer),
    clientId,
    {
      id_token_signed_response_alg: broker.tokenAlgorithm,
      ...(broker.userInfo === 'signed' && { userinfo_signed_response_alg: broker.tokenAlgorithm }),
      [openid.clockTolerance]: clockTolerance,
    },
    key ? openid.PrivateKeyJwt({ key: await key.load(), kid: key.kid }) : bySecret(secret ?? ''),
    {
      // Without the first one, openid-client 6 does not check the ID token's signature (code flow).
      execute: [
        openid.enableNonRepudiationChecks,
        ...(mayBePlain(issuer, parts.production) ? [plainHttp] : []),
      ],
      timeout: secondsToAnswer,
      [openid.customFetch]: limitedFetch(largestAnswer),
    },
  )
  const metadata = config.serverMetadata()
  const ours = { issuer, broker, key }
  const missing = missingAbilities(metadata, ours)
  if (missing.length > 0) throw new SignInRefused('brokerAway', `the broker lacks ${missing.join(', ')}`)
  return {
    config,
    abilities: abilitiesOf(metadata, key),
    missingForSigning: missingForSigning(metadata, ours),
  }
}

function sameAs(before: Connected | undefined, now: Connected): Connected {
  if (!before) return now
  const text = ({ config }: Connected) => JSON.stringify(config.serverMetadata())
  return text(before) === text(now) ? before : now
}

function bySecret(secret: string): openid.ClientAuth {
  return (server, ...rest) => {
    const byPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post')
    return (byPost ? openid.ClientSecretPost(secret) : openid.ClientSecretBasic(secret))(server, ...rest)
  }
}

// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to stand out, as it should
const plainHttp = openid.allowInsecureRequests

// Only for the demo broker, on this machine.
function mayBePlain(issuer: string, production: boolean): boolean {
  const { protocol, hostname } = new URL(issuer)
  return !production && protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
