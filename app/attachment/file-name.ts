import type { AttachmentType } from '../../db/roles.ts'

const endings: Record<AttachmentType, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'application/pdf': '.pdf',
}
const longestName = 80
const ownEnding = /\.(jpe?g|png|webp|hei[cf]|pdf)$/i

/**
 * A file's name as its readers see it: without folders, without signs that are not seen or that turn what follows them round,
 * and with the ending of what it is. At most 84 code points; empty when nothing of the name is left.
 */
export function readableFileName(given: string, type: AttachmentType): string {
  const bare = given
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    // Marks of direction are among the signs of format; joiners, which letters need, are left.
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|\s+$/gu, '')
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .replace(ownEnding, '')
    .replace(/[.\s]+$/gu, '')
  const short = Array.from(bare).slice(0, longestName).join('').trim()
  return short.replaceAll(/[\u200c\u200d]/g, '') === '' ? '' : `${short}${endings[type]}`
}
