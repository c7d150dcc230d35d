import { isCoordinationNumber } from '../person/birth-of-number.ts'
import { isPersonalIdentityNumber } from '../person/personal-identity-number.ts'
import type { Broker, EId, Level, NumberType } from './brokers.ts'
import { SignInRefused } from './sign-in-refused.ts'

export type Identity = {
  number: string
  numberType: NumberType
  level: Level
  eId: EId
  authenticatedAt: Date
  /** To find this identification in the broker's log. */
  transaction: string | undefined
}

export type Statements = { idToken: Claims; userInfo: Claims }
type Claims = Readonly<Record<string, unknown>>

export type EIdNames = Readonly<Partial<Record<EId, string>>>

const authnProvider = 'https://id.oidc.se/claim/authnProvider'
const coordinationNumberLevel = 'https://id.oidc.se/claim/coordinationNumberLevel'

/** `names` by `authnProvider`; undefined with only one e-ID. @throws SignInRefused for an unlisted value */
export function identityOf(
  broker: Broker,
  statements: Statements,
  names: EIdNames | undefined,
  now: Date,
): Identity {
  const say = (claim: string) => agreed(statements, claim)
  for (const [claim, value] of Object.entries(broker.mustSay)) {
    if (say(claim) !== value) throw new SignInRefused('failed', `claim ${claim}`)
  }
  const level = ownValue(broker.level.values, say(broker.level.claim))
  if (!level) throw new SignInRefused('levelTooLow', `claim ${broker.level.claim}`)
  const transaction = say(broker.transaction)
  return {
    ...numberOf(broker, say, now),
    level,
    eId: eIdOf(broker, say, names),
    authenticatedAt: new Date(Number(statements.idToken['auth_time']) * 1000),
    transaction: typeof transaction === 'string' ? transaction.slice(0, 100) : undefined,
  }
}

type Say = (claim: string) => unknown

// The signed ID token goes first. If both have the claim, they must agree.
function agreed({ idToken, userInfo }: Statements, claim: string): unknown {
  const [first, second] = [idToken[claim], userInfo[claim]]
  if (first !== undefined && second !== undefined && first !== second) {
    throw new SignInRefused('failed', `contradicted ${claim}`)
  }
  return first ?? second
}

function numberOf(broker: Broker, say: Say, now: Date): Pick<Identity, 'number' | 'numberType'> {
  const given = broker.numbers.filter(({ claim }) => say(claim) !== undefined)
  const [source] = given
  if (!source || given.length > 1) throw new SignInRefused('failed', `${given.length} numbers`)
  const number = say(source.claim)
  if (typeof number !== 'string' || !isPersonalIdentityNumber(number, now)) {
    throw new SignInRefused('failed', `claim ${source.claim}`)
  }
  const numberType = isCoordinationNumber(number) ? 'samordningsnummer' : 'personnummer'
  if (source.type && source.type !== numberType) throw new SignInRefused('failed', `type of ${source.claim}`)
  const certainty = say(coordinationNumberLevel)
  if (numberType === 'samordningsnummer' && certainty !== undefined && certainty !== 'confirmed') {
    throw new SignInRefused('levelTooLow', `claim ${coordinationNumberLevel}`)
  }
  return { number, numberType }
}

function eIdOf(broker: Broker, say: Say, names: EIdNames | undefined): EId {
  if (!names) {
    const eId = broker.method ? ownValue(broker.method.values, say(broker.method.claim)) : broker.eId
    if (!eId) throw new SignInRefused('failed', `claim ${broker.method?.claim}`)
    return eId
  }
  const used = say(authnProvider)
  const eId = (Object.keys(names) as EId[]).find((name) => names[name] === used)
  if (!eId) throw new SignInRefused('failed', `claim ${authnProvider}`)
  return eId
}

function ownValue<T>(table: Readonly<Record<string, T>>, key: unknown): T | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined
}
