import { z } from 'zod'
import type { ProviderSettings } from '../oidc/identity-provider.ts'
import { eIdNamesOf } from '../oidc/e-id-names.ts'
import type { BankIdTrust } from '../oidc/bankid-trust.ts'
import { clamdAddressOf } from './clamd-setting.ts'
import { bankIdSettings } from './bankid-setting.ts'
import { clockOf } from './clock-setting.ts'
import { noticeSettings, type NoticeSettings } from './notice-setting.ts'
import { connectionShareOf } from './processes/connection-share.ts'
import { processCountOf } from './processes/process-count.ts'
import { surveySettings, type SurveySettings } from './survey-setting.ts'
import { trustSettings } from './trust-setting.ts'
import { settingReader, type SettingsFault, type Take } from './setting-reader.ts'
import { parseDataKeys, type DataKeys } from '../person/data-keys.ts'
import type { GivenTrust } from '../signing/verifier/trust.ts'

const broker = z.enum(['oidc-sweden', 'idura', 'signicat', 'freja'])
const url = z.url()

export type Settings = {
  production: boolean
  port: number
  origin: string
  /** How many answer requests, this one included. */
  processes: number
  databaseUrl: string
  /** To the database, at most, of this process. */
  connections: number
  dataKeys: DataKeys
  person: ProviderSettings
  staff: ProviderSettings
  /** For /api/v1. Null: no tokens are accepted. */
  ingestIssuer: string | null
  /** What signatures are judged by. Null: nothing can be signed. */
  bankId: BankIdTrust | null
  /** Whom /kontrollera believes. Null: no file can be checked there. */
  packageTrust: GivenTrust | null
  surveys: SurveySettings
  /** Whether a scanner looks at what people send before anybody may open it: the worker has it done. */
  scansFiles: boolean
  notices: NoticeSettings
  /** For /metrics. Null: it is not there. */
  metricsToken: string | null
  logLevel: string
  /** Null follows the machine. */
  clock: Date | null
}

/** Settings, or every fault by name without its value. `production` refuses what belongs to the demo. */
export function readSettings(
  env: NodeJS.ProcessEnv,
  production: boolean,
): { settings: Settings } | { faults: SettingsFault[] } {
  const { take, faults } = settingReader(env)
  const origin = take('ORIGIN', (text) => originOf(text, production))
  const databaseUrl = take('DATABASE_URL', (text) => url.parse(text))
  const processes = env['WEB_PROCESSES'] ? take('WEB_PROCESSES', processCountOf) : processCountOf(undefined)
  const shareOf = (text?: string) => connectionShareOf(text, processes ?? 1)
  const connections = env['DATABASE_CONNECTIONS'] ? take('DATABASE_CONNECTIONS', shareOf) : shareOf()
  const dataKeys = take('DATA_KEYS', parseDataKeys)
  const person = providerSettings('OIDC', env, take, production)
  const staff = providerSettings('STAFF_OIDC', env, take, production)
  const ingestIssuer = env['INGEST_ISSUER']
    ? take('INGEST_ISSUER', (text) => issuerOf(text, production))
    : null
  const bankId = env['BANKID_ROOTS'] ? bankIdSettings(take, production) : null
  const packageTrust = env['SEAL_ROOTS'] ? trustSettings(take, faults, production) : null
  const surveys = surveySettings(env, faults, production)
  const notices = noticeSettings(env, take)
  const clock = env['CLOCK'] ? take('CLOCK', (text) => clockOf(text, production)) : null
  const clamd = env['CLAMD_URL'] ? take('CLAMD_URL', clamdAddressOf) : null
  const metricsToken = env['METRICS_TOKEN'] ? take('METRICS_TOKEN', tokenOf) : null
  if (production && env['BROKER_CONFIG'])
    faults.push({ name: 'BROKER_CONFIG', fault: 'belongs to the test broker' })
  if (faults.length > 0 || !origin || !databaseUrl || !dataKeys || !person || !staff) return { faults }
  return {
    settings: {
      production,
      port: Number(env['PORT'] ?? 3000),
      origin,
      processes: processes ?? 1,
      databaseUrl,
      connections: connections ?? shareOf(),
      dataKeys,
      person,
      staff,
      ingestIssuer: ingestIssuer ?? null,
      bankId: bankId ?? null,
      packageTrust: packageTrust ?? null,
      surveys,
      scansFiles: Boolean(clamd),
      notices,
      metricsToken: metricsToken ?? null,
      logLevel: env['LOG_LEVEL'] ?? 'info',
      clock: clock ?? null,
    },
  }
}

function providerSettings(prefix: string, env: NodeJS.ProcessEnv, take: Take, production: boolean) {
  const issuer = take(`${prefix}_ISSUER`, (text) => issuerOf(text, production))
  const clientId = take(`${prefix}_CLIENT_ID`, (text) => text)
  const secret = env[`${prefix}_CLIENT_SECRET`]
  const clientKey = secret
    ? undefined
    : take(`${prefix}_CLIENT_KEY`, (text) => privateKeyText(text, production))
  const kind = env[`${prefix}_BROKER`]
    ? take(`${prefix}_BROKER`, (text) => broker.parse(text))
    : 'oidc-sweden'
  if (!issuer || !clientId || !kind || (!secret && !clientKey)) return undefined
  const eIds = env[`${prefix}_EIDS`] ? take(`${prefix}_EIDS`, eIdNamesOf) : undefined
  return {
    issuer,
    clientId,
    broker: kind,
    ...(eIds ? { eIds } : {}),
    ...(secret ? { clientSecret: secret } : {}),
    ...(clientKey ? { clientKey } : {}),
  }
}

function originOf(text: string, production: boolean): string {
  const parsed = new URL(text)
  if (parsed.origin !== text) throw new Error('must be scheme, host and port alone')
  if (production && parsed.protocol !== 'https:') throw new Error('must be https in production')
  return text
}

// A loopback issuer is the demo broker, never a real one.
function issuerOf(text: string, production: boolean): string {
  const { protocol, hostname } = new URL(text)
  const local = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  if (production && (local || protocol !== 'https:'))
    throw new Error('must be a real broker over https in production')
  if (!local && protocol !== 'https:') throw new Error('must be https')
  return text
}

function tokenOf(text: string): string {
  if (text.length < 16) throw new Error('must have 16 characters or more')
  return text
}

function privateKeyText(text: string, production: boolean): string {
  const key = JSON.parse(text) as { kty?: string; d?: string; kid?: string }
  if (!key.kty || !key.d || !key.kid) throw new Error('must be a private JWK with kid')
  if (production && key.kid.startsWith('demo-')) throw new Error('is the demo key')
  return text
}
