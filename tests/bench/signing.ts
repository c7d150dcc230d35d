import { openSignatureWorld } from '../support/bankid-signatures.ts'
import { measureDocumentPdf } from './document-pdf.ts'
import { measureMutants } from './mutants.ts'
import type { Plan } from './plan.ts'
import { say, tell } from './progress.ts'
import type { Part } from './report.ts'
import { measureSealing } from './sealing.ts'
import { measureJudging } from './signature-judging.ts'
import { measureSigningKills } from './signing-kills/signing-kills.ts'

/** What it costs to sign, and what the judges let pass. */
export async function measureSigning(plan: Plan): Promise<Part[]> {
  const world = await openSignatureWorld()
  say('signatures judged beside bare RSA')
  const judging = tell(await measureJudging(world, plan))
  say(`${plan.mutants.documents} changed documents, ${plan.mutants.answers} changed answers`)
  const mutants = tell(measureMutants(world, plan))
  say('packages sealed, decisions made')
  const [sealing, pdf] = [tell(await measureSealing()), tell(await measureDocumentPdf())]
  return [judging, mutants, sealing, pdf, ...(await measureSigningKills(plan))]
}
