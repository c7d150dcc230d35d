import type { Certificate } from './certificate.ts'
import { readSealCms } from './cms.ts'
import type { Sealed } from './sealed.ts'
import { certificatesOfToken } from './time-stamp-token.ts'

/** The certificates of a seal and of its time stamp, or of a later time stamp: each chain without its root. */
export function certificatesOf({ kind, contents }: Pick<Sealed, 'kind' | 'contents'>): Certificate[] {
  if (kind === 'DocTimeStamp') return certificatesOfToken(contents)
  const { certificates, token } = readSealCms(contents)
  return [...certificates, ...(token ? certificatesOfToken(token) : [])]
}
