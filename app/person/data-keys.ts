import { createSecretKey, type KeyObject } from 'node:crypto'

/**
 * Keys for personal identity numbers, from DATA_KEYS: one for look-up, the rest for encryption, newest first. The one for
 * look-up is made ready once: every signed-in page hashes with it, and making it ready costs five times the hash.
 */
export type DataKeys = { lookup: KeyObject; encryption: readonly { id: string; key: Buffer }[] }

/**
 * Reads DATA_KEYS: `lookup=<base64>,<id>=<base64>,…`, each key 32 bytes. The first encryption key encrypts; all
 * decrypt, so put a new key in front to rotate.
 * @throws Error that names the fault, never the key
 */
export function parseDataKeys(text: string): DataKeys {
  const entries = text.split(',').map((part) => {
    const at = part.indexOf('=')
    const id = part.slice(0, at).trim()
    const key = Buffer.from(part.slice(at + 1), 'base64')
    if (at < 1 || key.length !== 32) throw new Error(`key "${id}" is not 32 bytes of base64`)
    return { id, key }
  })
  const lookup = entries.find((entry) => entry.id === 'lookup')
  const encryption = entries.filter((entry) => entry.id !== 'lookup')
  if (!lookup || encryption.length === 0) throw new Error('one key named lookup and one more are needed')
  return { lookup: createSecretKey(lookup.key), encryption }
}
