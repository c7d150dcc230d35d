import { sql } from 'kysely'
import type { ServiceTx } from '../../db/connect.ts'
import type { Device } from '../visitor/visitor.ts'
import { hashOf } from './cookies.ts'
import type { SignInKind } from '../oidc/sign-in-kind.ts'

export type KnownPerson = {
  municipalityId: string
  municipalityName: string
  municipalityPhone: string
  subjectId: string
  outcome: 'welcome' | 'readsWithAdult' | 'unknown'
}

export type MunicipalityContact = { name: string; phone: string }
export type Offer = { municipalityId: string; municipalityName: string; kind: SignInKind }
export type Chosen = { kind: SignInKind; subjectId: string; returnTo: string }

/** @param numberHash keyed hash: the number itself never reaches the database */
export async function findPeople(
  tx: ServiceTx,
  kind: SignInKind,
  numberHash: Buffer,
): Promise<KnownPerson[]> {
  const found = kind === 'person' ? sql`sign_in_people(${numberHash})` : sql`sign_in_staff(${numberHash})`
  const { rows } = await sql<KnownPerson>`
    select municipality_id as "municipalityId", municipality_name as "municipalityName",
           municipality_phone as "municipalityPhone", subject_id as "subjectId", outcome
      from ${found}`.execute(tx)
  return rows
}

/**
 * Whether a broker's account is new or was always this number's. Otherwise the database writes a refusal in the log of
 * everybody it concerns.
 */
export async function agreeOnAccount(
  tx: ServiceTx,
  { kind, account, number, device }: { kind: SignInKind; account: Buffer; number: Buffer; device: Device },
): Promise<boolean> {
  const { rows } = await sql<{ agrees: boolean }>`
    select sign_in_account_agrees(${kind}, ${account}, ${number}, ${device}) as agrees`.execute(tx)
  return rows[0]?.agrees === true
}

export async function recordRefusal(tx: ServiceTx, person: KnownPerson, device: Device): Promise<void> {
  await sql`select sign_in_refused(${person.municipalityId}, ${person.subjectId}, ${device})`.execute(tx)
}

export async function offerMunicipalities(
  tx: ServiceTx,
  {
    browser,
    kind,
    people,
    returnTo,
  }: { browser: string; kind: SignInKind; people: KnownPerson[]; returnTo: string },
): Promise<void> {
  const municipalities = people.map((person) => person.municipalityId)
  const subjects = people.map((person) => person.subjectId)
  await sql`
    select sign_in_offer(${hashOf(browser)}, ${kind}, ${municipalities}::uuid[], ${subjects}::uuid[], ${returnTo})`.execute(
    tx,
  )
}

export async function listOffers(tx: ServiceTx, browser: string): Promise<Offer[]> {
  const { rows } = await sql<Offer>`
    select municipality_id as "municipalityId", municipality_name as "municipalityName", kind
      from sign_in_offers(${hashOf(browser)})`.execute(tx)
  return rows
}

/** Takes the choice, once. Undefined when it was not offered to this browser, already taken, or too late. */
export async function chooseOffer(
  tx: ServiceTx,
  browser: string,
  municipalityId: string,
): Promise<Chosen | undefined> {
  const { rows } = await sql<Chosen>`
    select kind, subject_id as "subjectId", return_to as "returnTo"
      from sign_in_choose(${hashOf(browser)}, ${municipalityId})`.execute(tx)
  return rows[0]
}

/** The telephones of this installation's municipalities, for somebody none of them knows. */
export async function listMunicipalityContacts(tx: ServiceTx): Promise<MunicipalityContact[]> {
  const { rows } = await sql<MunicipalityContact>`select name, phone from municipality_contacts()`.execute(tx)
  return rows
}
