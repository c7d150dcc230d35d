import { refuse } from './refusal.ts'

/** Node reads past characters that are none of base64's, so what it read is written again and compared. */
export function readBase64(text: string, longest: number): Buffer {
  if (text.length > longest) refuse('size')
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length === 0 || bytes.toString('base64') !== text) refuse('base64')
  return bytes
}
