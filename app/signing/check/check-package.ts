import { runApart } from '../../apart/run-apart.ts'
import { largestPackage, type PackageVerdict } from '../verifier/package.ts'
import type { GivenTrust } from '../verifier/trust.ts'

export type CheckOrder = { bytes: Uint8Array; trust: GivenTrust; at: Date }

/** Why there is no verdict on a file. */
export const checkFaults = ['empty', 'tooLarge', 'notPdf', 'cut', 'tooHeavy'] as const
export type CheckFault = (typeof checkFaults)[number]
export type Checked = { verdict: PackageVerdict } | { fault: CheckFault }

const judge = { program: 'app/signing/check/check-process.ts', patienceInMs: 120_000 }

/** Judges a file that anybody may have sent, in a process of its own. Nothing of it is kept. */
export async function checkPackage(order: CheckOrder, closed: AbortSignal): Promise<Checked> {
  const fault = faultOf(order.bytes)
  if (fault) return { fault }
  const verdict = await runApart<PackageVerdict>({ ...judge, closed }, order)
  return verdict ? { verdict } : { fault: 'tooHeavy' }
}

function faultOf(bytes: Uint8Array): CheckFault | null {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > largestPackage) return 'tooLarge'
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-' ? null : 'notPdf'
}
