import { sql } from 'kysely'
import { findEvidence, type SignedEvidence } from '../../../app/signing/evidence/signed-evidence.ts'
import { evidenceFiles, signatureEntry } from '../../../app/signing/seal/evidence-files.ts'
import { checkSealKeyAt } from '../../../app/signing/seal/check-seal-key.ts'
import type { DataKeys } from '../../../app/person/data-keys.ts'
import type { SealKey } from '../../../app/signing/seal/seal-key.ts'
import { sealPackage } from '../../../app/signing/seal/seal-package.ts'
import { signaturePage } from '../../../app/signing/seal/signature-page.ts'
import { sendJob } from '../../../db/jobs.ts'
import type { JobHandler } from '../job-runner.ts'
import type { WorkerParts } from '../job-set.ts'
import type { SealSettings } from './seal-settings.ts'

/** Makes the file of a signature. Made again after a death in between, an RSA key gives the same bytes; one is kept. */
export function sealSignatureJob(
  { database, now }: Pick<WorkerParts, 'database' | 'now'>,
  { key, stampedBy, dataKeys }: SealSettings & { dataKeys: DataKeys },
): JobHandler<'seal-signature'> {
  return async (id, complete) => {
    const evidence = await database.asService(now(), (tx) => findEvidence(tx, id, dataKeys))
    const sealed = evidence && (await seal(evidence, key))
    await database.asService(now(), async (tx) => {
      if (sealed) {
        await sql`select service_keep_package(${id.municipalityId}::uuid, ${id.requestId}::uuid, ${sealed})`.execute(
          tx,
        )
        if (stampedBy) await sendJob(tx, 'stamp-seal', id)
      }
      await complete(tx)
    })
  }
}

async function seal(evidence: SignedEvidence, key: SealKey): Promise<Buffer> {
  // Whoever judges the file looks at the real time, whatever the demo's clock says.
  checkSealKeyAt(key, new Date())
  return sealPackage(
    {
      frozen: evidence.document,
      signaturePage: await signaturePage(evidence),
      attachments: evidenceFiles(evidence),
      signatures: [signatureEntry(evidence)],
      at: evidence.receivedAt,
    },
    key,
  )
}
