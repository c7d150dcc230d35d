import { createHash } from 'node:crypto'
import { PDF, PdfArray, PdfDict, PdfName, PdfStream } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthority, type Authority } from '../../../services/broker/bankid/authority.ts'
import { rsaSha256, type Issuer } from '../../../services/broker/bankid/certificate-writer.ts'
import {
  signRevocationList,
  writeRevocationList,
} from '../../../services/broker/bankid/revocation-list-writer.ts'
import { certificateId, responderId, signOcspAnswer } from '../../../services/broker/bankid/ocsp-answer.ts'
import { ruleOf } from '../../../tests/support/mutants/refusing.ts'
import { createRevocableWorld, type RevocableWorld } from '../../../tests/support/revocable-world.ts'
import { readCertificate } from './certificate.ts'
import { plainContextTag, contextTag } from './der-form.ts'
import {
  certificateTime,
  explicit,
  generalizedTime,
  integer,
  isTrue,
  octetString,
  oid,
  sequence,
  write,
} from './der-writer.ts'
import { saveWithRoom } from '../seal/signature-field.ts'
import { fetchTimeStamp } from '../seal/time-stamp-client.ts'
import { verifyPackage } from './package.ts'
import { judgeRevocation, type RevocationProof } from './revocation.ts'
import { certificatesOf } from './sealed-certificates.ts'
import { readSealed } from './sealed.ts'

const at = new Date('2026-09-15T12:00:00Z')
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000)
let world: RevocableWorld
let stranger: Authority
let stamped: Buffer
let leaf: Buffer
let issuer: Buffer
let byIntermediate: Issuer

beforeAll(async () => {
  ;[world, stranger] = await Promise.all([createRevocableWorld(at), createAuthority('Stranger')])
  stamped = await world.stamped()
  leaf = certificatesOf(readSealed(stamped))[0]!.raw
  const { certificate, key } = world.authority.intermediate
  issuer = certificate
  byIntermediate = { name: readCertificate(certificate).subject, key }
})
afterAll(() => world.close())

type Answer = { leaf?: Buffer; from?: Date; to?: Date | null; status?: Buffer; produced?: Date }

function answer(changed: Answer): RevocationProof {
  const { from = at, to = hours(1), status = write(plainContextTag(0)) } = changed
  const id = certificateId({ leaf: changed.leaf ?? leaf, issuer })
  const end = to ? [explicit(0, generalizedTime(to))] : []
  const single = sequence(id, status, generalizedTime(from), ...end)
  const responder = world.authority.intermediate
  const body = sequence(responderId(responder), generalizedTime(changed.produced ?? from), sequence(single))
  return { kind: 'OCSPs', bytes: signOcspAnswer(body, { responder, issuer: responder.certificate }) }
}

type List = { revoked?: Buffer[]; by?: Issuer; from?: Date; to?: Date }

function list({ revoked = [], by = byIntermediate, from = at, to = hours(1) }: List): RevocationProof {
  return { kind: 'CRLs', bytes: writeRevocationList({ revoked, thisUpdate: from, nextUpdate: to }, by) }
}

/** With something more at the end of its body: an entry, an extension. */
function listWith(...more: Buffer[]): RevocationProof {
  const times = [certificateTime(at), certificateTime(hours(1))]
  const body = sequence(integer(1), rsaSha256, byIntermediate.name, ...times, ...more)
  return { kind: 'CRLs', bytes: signRevocationList(body, byIntermediate) }
}

const serialOf = (certificate: Buffer) => readCertificate(certificate).serialNumber
const extension = (isCritical: boolean) =>
  explicit(0, sequence(sequence(oid('2.5.29.20'), ...(isCritical ? [isTrue] : []), octetString(integer(7)))))

function ruleFor(proof: RevocationProof): string | undefined {
  const { seal, timeStamp } = world.trust
  const chain = certificatesOf(readSealed(stamped))
  return ruleOf(() => judgeRevocation(proof, chain, [...seal, ...timeStamp], at))
}

test.each<[string, () => RevocationProof]>([
  ['an answer that has not ended', () => answer({ from: hours(-20) })],
  ['an answer of this moment that names no end', () => answer({ to: null })],
  ['a list that has not ended', () => list({ from: hours(-20) })],
  ['a list that names another certificate', () => list({ revoked: [integer(7)] })],
  ['a list with a number of its own', () => listWith(extension(false))],
])('%s holds', (_what, proof) => {
  expect(ruleFor(proof())).toBeUndefined()
})

const revoked = () => write(contextTag(1), generalizedTime(at))
test.each<[string, string, () => RevocationProof]>([
  ['an answer that says it was taken back', 'revoked', () => answer({ status: revoked() })],
  ['an answer that does not know', 'unknown', () => answer({ status: write(plainContextTag(2)) })],
  ['an answer that has ended', 'time', () => answer({ from: hours(-3), to: hours(-1) })],
  ['an answer of earlier that names no end', 'time', () => answer({ from: hours(-1), to: null })],
  ['an answer of later', 'time', () => answer({ from: hours(1), to: hours(2) })],
  ['an answer that was given later', 'time', () => answer({ produced: hours(1) })],
  [
    'an answer about a certificate of no chain',
    'certificate',
    () => answer({ leaf: stranger.intermediate.certificate }),
  ],
  ['an answer of another authority', 'responder-id', strangersAnswer],
  ['a list that names the certificate', 'revoked', () => list({ revoked: [integer(7), serialOf(leaf)] })],
  ['a list that has ended', 'time', () => list({ from: hours(-3), to: hours(-1) })],
  ['a list of later', 'time', () => list({ from: hours(1), to: hours(2) })],
  [
    'a list of no issuer in the chain',
    'certificate',
    () => list({ by: { ...byIntermediate, name: readCertificate(stranger.root).subject } }),
  ],
  [
    'a list that somebody else signed',
    'signature',
    () => list({ by: { ...byIntermediate, key: stranger.intermediate.key } }),
  ],
  ['a list with something critical', 'extension', () => listWith(extension(true))],
  [
    'a list in which something critical is said of an entry',
    'extension',
    () =>
      listWith(
        sequence(
          sequence(
            integer(7),
            certificateTime(at),
            sequence(sequence(oid('2.5.29.29'), isTrue, octetString(integer(7)))),
          ),
        ),
      ),
  ],
  ['a list with something after its end', 'der', () => listWith(extension(false), integer(7))],
])('%s is refused', (_what, rule, proof) => {
  expect(ruleFor(proof())).toBe(`revocation-${rule}`)
})

/** About the right certificate, and by nobody who may say so. */
function strangersAnswer(): RevocationProof {
  const id = certificateId({ leaf, issuer })
  const single = sequence(id, write(plainContextTag(0)), generalizedTime(at))
  const responder = stranger.intermediate
  const body = sequence(responderId(responder), generalizedTime(at), sequence(single))
  return { kind: 'OCSPs', bytes: signOcspAnswer(body, { responder, issuer: responder.certificate }) }
}

/** The rules that a package breaks whose renewal brings these proofs. */
function broken(file: Buffer): string[] {
  const { findings } = verifyPackage(file, world.trust, at)
  return findings.flatMap(({ part, rule }) => (rule ? [`${part}: ${rule}`] : []))
}

test('a renewal holds with what was told of its chain, and not with what was told of others', async () => {
  const { proofs } = await world.fetch(stamped)
  expect(broken(await world.renew(stamped, proofs))).toEqual([])
  const foreign = [...proofs, answer({ leaf: stranger.intermediate.certificate })]
  expect(broken(await world.renew(stamped, foreign))).toEqual(['renewal: revocation-certificate'])
  const unread = [{ kind: 'OCSPs' as const, bytes: Buffer.from('vad som helst') }]
  expect(broken(await world.renew(stamped, unread))).toEqual(['renewal: revocation-der'])
})

test('a later renewal takes nothing out of what was told, and puts nothing else in', async () => {
  const once = await world.renew(stamped)
  expect(broken(await world.renew(once))).toEqual([])
  for (const change of [
    (store: PdfDict) => store.delete('OCSPs'),
    (store: PdfDict, pdf: PDF) =>
      store.set('VRI', pdf.register(new PdfStream(new PdfDict(), createHash('sha1').digest()))),
    (store: PdfDict) => store.set('Type', PdfName.of('Annat')),
    (store: PdfDict) => store.set('CRLs', store.getArray('OCSPs') ?? new PdfArray([])),
  ])
    expect(broken(await restored(once, change))).toEqual(['file: renewal-store'])
})

/** Renewed rightly, over a store that was changed. */
async function restored(file: Buffer, change: (store: PdfDict, pdf: PDF) => void): Promise<Buffer> {
  const pdf = await PDF.load(file)
  const catalog = pdf.getCatalog()
  const store = (pdf.getObject(catalog.getRef('DSS')!) as PdfDict).clone()
  change(store, pdf)
  catalog.set('DSS', pdf.register(store))
  const room = await saveWithRoom(pdf, { name: 'Renewal 2', type: 'DocTimeStamp', subFilter: 'ETSI.RFC3161' })
  return room.fill(await fetchTimeStamp(room.digest, world.service, at))
}
