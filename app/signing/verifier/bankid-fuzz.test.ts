import { beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../../tests/bench/seeded-random.ts'
import { openSignatureWorld, order, type SignatureWorld } from '../../../tests/support/bankid-signatures.ts'
import { byteMutant } from '../../../tests/support/mutants/bytes.ts'
import { derMutant, partsOf } from '../../../tests/support/mutants/der.ts'
import { judgeMutants } from '../../../tests/support/mutants/refusing.ts'
import { xmlMutant } from '../../../tests/support/mutants/xml.ts'
import { readDer, type Der } from './der.ts'

type Answer = ReturnType<SignatureWorld['bankId']['order']>

let world: SignatureWorld
let answer: Answer

beforeAll(async () => {
  world = await openSignatureWorld()
  answer = world.bankId.order(order)
  world.judge(answer)
})

/** Where in the bytes a value begins, also those in octet strings. */
function tagPlaces(bytes: Buffer): number[] {
  const placesIn = (value: Der): number[] => [
    value.raw.byteOffset - bytes.byteOffset,
    ...partsOf(value).flatMap(placesIn),
  ]
  return placesIn(readDer(bytes))
}

function withByte(bytes: Buffer, place: number, byte: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[place] = byte
  return copy
}

const judgeSignature = (signature: string) => world.judge({ ...answer, signature })
const judgeOcsp = (ocspResponse: string) => world.judge({ ...answer, ocspResponse })

test('none of 20,000 changed documents is accepted, nor refused only because the bank answered about another', () => {
  const random = seededRandom(1)
  const document = Buffer.from(answer.signature, 'base64').toString('latin1')
  const mutant = () => Buffer.from(xmlMutant(document, random), 'latin1').toString('base64')
  const judged = judgeMutants(20_000, mutant, judgeSignature)
  expect(judged.let).toEqual([])
  expect([...judged.rules.keys()].filter((rule) => rule.startsWith('ocsp'))).toEqual([])
})

test('none of 1,000 changed ways to send the same document is accepted', () => {
  const random = seededRandom(2)
  const mutant = () => byteMutant(Buffer.from(answer.signature), random).toString('latin1')
  expect(judgeMutants(1_000, mutant, judgeSignature).let).toEqual([])
})

test('none of 5,000 changed answers about the certificate is accepted', () => {
  const random = seededRandom(3)
  const response = Buffer.from(answer.ocspResponse!, 'base64')
  const mutant = () => derMutant(response, random).toString('base64')
  const judged = judgeMutants(5_000, mutant, judgeOcsp)
  expect(judged.let).toEqual([])
  expect(judged.rules.size).toBeGreaterThan(8)
})

test('no value in an answer about the certificate holds under another tag', () => {
  const response = Buffer.from(answer.ocspResponse!, 'base64')
  const others = [0x02, 0x04, 0x05, 0x0c, 0x13, 0x30, 0x31, 0x80, 0xa0, 0xa1, 0xa2, 0xa3]
  const mutants = tagPlaces(response).flatMap((place) =>
    others.filter((tag) => tag !== response[place]).map((tag) => withByte(response, place, tag)),
  )
  const judged = judgeMutants(mutants.length, () => mutants.pop()!.toString('base64'), judgeOcsp)
  expect(judged.let).toEqual([])
})
