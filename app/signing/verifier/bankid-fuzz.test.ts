import { beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../../tests/bench/seeded-random.ts'
import { openSignatureWorld, order, type SignatureWorld } from '../../../tests/support/bankid-signatures.ts'
import { byteMutant } from '../../../tests/support/mutants/bytes.ts'
import { derMutant } from '../../../tests/support/mutants/der.ts'
import { judgeMutants } from '../../../tests/support/mutants/refusing.ts'
import { xmlMutant } from '../../../tests/support/mutants/xml.ts'

type Answer = ReturnType<SignatureWorld['bankId']['order']>

let world: SignatureWorld
let answer: Answer

beforeAll(async () => {
  world = await openSignatureWorld()
  answer = world.bankId.order(order)
  world.judge(answer)
})

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
