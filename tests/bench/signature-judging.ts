import { verify, X509Certificate, type KeyObject } from 'node:crypto'
import { order, type SignatureWorld } from '../support/bankid-signatures.ts'
import { median } from './median.ts'
import { goals, type Plan } from './plan.ts'
import { number, type Part } from './report.ts'
import { alternate } from './rounds.ts'

type Signed = ReturnType<SignatureWorld['bankId']['order']> & { personalNumber: string }
type Bare = { signed: Buffer; signature: Buffer; key: KeyObject }

// Enough of the cheaper side for its time to be told from the clock's.
const barePerJudged = 20

/** How many signatures with BankID are judged a second of one core, beside checks of a bare signature. */
export async function measureJudging(world: SignatureWorld, plan: Plan): Promise<Part> {
  const { judged, people } = plan.signatures
  const signatures = Array.from({ length: people }, (_, index): Signed => {
    const personalNumber = `19900101${String(index).padStart(4, '0')}`
    return { ...world.bankId.order({ ...order, personalNumber }), personalNumber }
  })
  const bare = signatures.map(bareOf)
  const sides = [
    () => perSecond(judged, (index) => judge(world, signatures[index % people]!)),
    () => perSecond(judged * barePerJudged, (index) => verifyBare(bare[index % people]!)),
  ]
  const measure = (side: () => number) => Promise.resolve(side())
  await alternate(sides, 1, measure)
  const [whole, alone] = await alternate(sides, plan.rounds, measure)
  const ratio = median(whole!.map((rate, round) => rate / alone![round]!))
  return {
    section: {
      heading: 'Signatures with BankID judged',
      about:
        'A whole judgement holds base64, XML, two digests, the signature, the path to the pinned root, text and hidden ' +
        'data, and the bank’s answer with its own signature and responder: three RSA signatures that are new each time, ' +
        `for ${people} people in turn; certificates of authorities and responders are read once. Beside it RSA-2048 with ` +
        `SHA-256 over the same signed bytes. ${plan.rounds} rounds of each side in turn, after one to warm up; ` +
        'medians; by the processor’s time, as on one core.',
      columns: ['share of bare', 'side', 'a second'],
      rows: [
        [number(ratio), '**signatures judged**', number(median(whole!))],
        ['1', 'bare RSA-2048', number(median(alone!))],
      ],
    },
    checks: [
      {
        name: 'signatures with BankID judged to bare RSA-2048, a second',
        found: ratio,
        limit: goals.judgedToBareVerify,
        rule: 'atLeast',
      },
    ],
  }
}

function judge(world: SignatureWorld, { personalNumber, ...answer }: Signed): void {
  world.judge(answer, { signer: personalNumber })
}

function bareOf({ signature, certificate }: Signed): Bare {
  const document = Buffer.from(signature, 'base64').toString('latin1')
  const between = (start: string, end: string) =>
    document.slice(document.indexOf(start), document.indexOf(end))
  const value = between('<SignatureValue>', '</SignatureValue>').slice('<SignatureValue>'.length)
  return {
    signed: Buffer.from(between('<SignedInfo', '<SignatureValue>')),
    signature: Buffer.from(value, 'base64'),
    key: new X509Certificate(Buffer.from(certificate, 'base64')).publicKey,
  }
}

function verifyBare({ signed, signature, key }: Bare): void {
  if (!verify('sha256', signed, key, signature)) throw new Error('a genuine signature was refused')
}

function perSecond(count: number, work: (index: number) => void): number {
  const before = process.cpuUsage()
  for (let index = 0; index < count; index += 1) work(index)
  const { user, system } = process.cpuUsage(before)
  return count / ((user + system) / 1e6)
}
