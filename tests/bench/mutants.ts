import { order, type SignatureWorld } from '../support/bankid-signatures.ts'
import { derMutant } from '../support/mutants/der.ts'
import { judgeMutants } from '../support/mutants/refusing.ts'
import { xmlMutant } from '../support/mutants/xml.ts'
import type { Plan } from './plan.ts'
import { number, type Part } from './report.ts'
import { seededRandom } from './seeded-random.ts'

type Fuzzed = { name: string; count: number; accepted: number; rules: number; mostBy: string }

const seed = 20_260_915

/** Whether anything but the very signature and the very answer is accepted. */
export function measureMutants(world: SignatureWorld, { mutants }: Plan): Part {
  const answer = world.bankId.order(order)
  const document = Buffer.from(answer.signature, 'base64').toString('latin1')
  const response = Buffer.from(answer.ocspResponse!, 'base64')
  const random = seededRandom(seed)
  const fuzzed = [
    fuzz(
      'BankID document',
      mutants.documents,
      () => Buffer.from(xmlMutant(document, random), 'latin1').toString('base64'),
      (signature) => world.judge({ ...answer, signature }),
    ),
    fuzz(
      'OCSP answer',
      mutants.answers,
      () => derMutant(response, random).toString('base64'),
      (ocspResponse) => world.judge({ ...answer, ocspResponse }),
    ),
  ]
  return {
    section: {
      heading: 'Changed proofs',
      about:
        'A genuine proof with one thing changed: bits and bytes, and in the ways of its language (elements repeated, ' +
        'moved, wrapped, spelt otherwise; DER values in other forms, with every length around them right). Changes from ' +
        `the seed ${seed}. What no rule refuses, or what a judge stumbles over, counts as accepted.`,
      columns: ['proof', 'changed', 'accepted', 'rules that refused', 'most by'],
      rows: fuzzed.map(({ name, count, accepted, rules, mostBy }) => [
        name,
        number(count),
        String(accepted),
        String(rules),
        mostBy,
      ]),
    },
    checks: fuzzed.map(({ name, accepted }) => ({
      name: `changed proofs accepted, ${name}`,
      found: accepted,
      limit: 0,
      rule: 'atMost',
    })),
  }
}

function fuzz<Mutant>(
  name: string,
  count: number,
  mutant: () => Mutant,
  judge: (mutant: Mutant) => unknown,
): Fuzzed {
  const { let: accepted, rules } = judgeMutants(count, mutant, judge)
  const [most] = [...rules].toSorted(([, one], [, other]) => other - one)
  return { name, count, accepted: accepted.length, rules: rules.size, mostBy: most?.[0] ?? '' }
}
