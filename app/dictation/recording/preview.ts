import { decryptSound, encryptSound } from '../sound-key.ts'

/** Words of a phrase that is not over, on their way to the page that records. `start` in milliseconds of the recording. */
export type Preview = { start: number; text: string }

// A notification of PostgreSQL takes less than 8,000 bytes; three of UTF-8 become four of base64.
const longestText = 1_500

/** Sealed with the recording's own key: whoever may listen to the database's notifications can read nothing of it. */
export function sealPreview(key: Buffer, preview: Preview | null): string {
  const told = preview && { ...preview, text: preview.text.slice(-longestText) }
  return encryptSound(key, Buffer.from(JSON.stringify(told))).toString('base64')
}

/** Null too for what nobody with the key has sealed. */
export function openPreview(key: Buffer, sealed: string): Preview | null {
  try {
    return JSON.parse(decryptSound(key, Buffer.from(sealed, 'base64')).toString()) as Preview | null
  } catch {
    return null
  }
}
