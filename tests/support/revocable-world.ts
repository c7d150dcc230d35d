import { fetchRevocation } from '../../app/signing/seal/fetch-revocation.ts'
import { renewSeal } from '../../app/signing/seal/renew-seal.ts'
import { sealKeyOf } from '../../app/signing/seal/seal-key.ts'
import { sealPackage } from '../../app/signing/seal/seal-package.ts'
import { stampSeal } from '../../app/signing/seal/stamp-seal.ts'
import type { TimeStampService } from '../../app/signing/seal/time-stamp-client.ts'
import type { RevocationProof } from '../../app/signing/verifier/revocation.ts'
import { certificatesOf } from '../../app/signing/verifier/sealed-certificates.ts'
import { readSealed } from '../../app/signing/verifier/sealed.ts'
import {
  startRevocationService,
  type RevocationFault,
} from '../../services/broker/revocation/revocation-service.ts'
import { startTimeStampService } from '../../services/broker/time-stamp/time-stamp-service.ts'
import { createSealedWorld, sealName, type SealedWorld } from './sealed-world.ts'

/** Packages of whose certificates one can ask whether they were taken back. */
export type RevocableWorld = SealedWorld & {
  service: TimeStampService
  /** @param fault how it is answered about the seal's certificate */
  stamped: (fault?: RevocationFault) => Promise<Buffer>
  fetch: (file: Buffer) => ReturnType<typeof fetchRevocation>
  renew: (file: Buffer, proofs?: readonly RevocationProof[]) => Promise<Buffer>
  close: () => Promise<unknown>
}

export async function createRevocableWorld(now: Date): Promise<RevocableWorld> {
  const revocation = await startRevocationService(() => now)
  const world = await createSealedWorld(undefined, revocation.list)
  const { authority, trust, contents } = world
  const subject = [['commonName', sealName]] as const
  const { key } = await authority.issue({ purpose: 'seal', subject })
  await revocation.answerFor(authority)
  const stamping = await startTimeStampService({ authority, now: () => now, ocspAt: revocation.ocsp() })
  const service = { url: stamping.url(), roots: trust.timeStamp, policy: null }
  const roots = [...trust.seal, ...trust.timeStamp]
  const fetch = (file: Buffer) => fetchRevocation(certificatesOf(readSealed(file)), roots, now)
  return {
    ...world,
    service,
    stamped: async (fault) => {
      const certificate = authority.certify(key, { purpose: 'seal', subject, ocspAt: revocation.ocsp(fault) })
      const sealKey = sealKeyOf(key, [certificate, authority.intermediate.certificate])
      return stampSeal(await sealPackage(contents, sealKey), service, now)
    },
    fetch,
    renew: async (file, proofs) =>
      renewSeal(file, trust.seal, service, now, proofs ?? (await fetch(file)).proofs),
    close: () => Promise.all([revocation.close(), stamping.close()]),
  }
}
