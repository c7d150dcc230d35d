import { isIssuedBy } from '../verifier/certificate-path.ts'
import type { Certificate } from '../verifier/certificate.ts'
import { readSealCms } from '../verifier/cms.ts'
import { readSealed } from '../verifier/sealed.ts'
import { certificatesOfToken } from '../verifier/time-stamp-token.ts'

/**
 * Until when a package can be judged as it is: the first end among the certificates of the newest time stamp, or of the
 * seal where there is none. What a stamp covers is judged at its moment, and ends no more.
 */
export function packageEnd(file: Buffer, roots: readonly Certificate[]): Date {
  const chain = newestChain(file)
  const above = roots.filter((root) => chain.some((certificate) => isIssuedBy(certificate, root)))
  return new Date(Math.min(...[...chain, ...above].map(({ validTo }) => validTo.getTime())))
}

function newestChain(file: Buffer): readonly Certificate[] {
  const { kind, contents } = readSealed(file)
  if (kind === 'DocTimeStamp') return certificatesOfToken(contents)
  const { certificates, token } = readSealCms(contents)
  return token ? certificatesOfToken(token) : certificates
}
