import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Authority, Keyed } from './authority.ts'

export type Person = { personalNumber: string; name: { given: string; family: string } }
export type Validity = { validFrom: Date; validTo: Date }

const dayInMs = 24 * 60 * 60_000

/** The BankIDs that have been issued: a person's own key, and the certificate that an authority gives it. */
export class Persons {
  readonly #keys = new Map<string, KeyObject>()
  readonly #certificates = new Map<string, Keyed & Validity>()

  /** A person's BankID as it was at the moment: two years long, the same one as long as it is valid. */
  bankIdOf(person: Person, authority: Authority, at: Date): Keyed & Validity {
    const kept = this.#certificates.get(person.personalNumber)
    if (kept && kept.validFrom <= at && at <= kept.validTo) return kept
    const validity = { validFrom: daysAfter(at, -30), validTo: daysAfter(at, 700) }
    const issued = { ...this.issue(person, authority, validity), ...validity }
    this.#certificates.set(person.personalNumber, issued)
    return issued
  }

  issue(person: Person, authority: Authority, validity: Validity): Keyed {
    const { personalNumber, name } = person
    const key = this.#keys.get(personalNumber) ?? newKey()
    this.#keys.set(personalNumber, key)
    const subject = [
      ['country', 'SE'],
      ['organization', 'Mina sidor Test'],
      ['surname', name.family],
      ['givenName', name.given],
      ['serialNumber', personalNumber],
      ['commonName', `${name.given} ${name.family}`],
    ] as const
    return { key, certificate: authority.certify(key, { purpose: 'person', subject, ...validity }) }
  }
}

export function daysAfter(moment: Date, days: number): Date {
  // A certificate's times are whole seconds.
  return new Date(Math.floor((moment.getTime() + days * dayInMs) / 1000) * 1000)
}

export function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
}
