import { parseDataKeys } from '../../app/person/data-keys.ts'

/** Keys for test data only. */
export const testKeysText = `lookup=${Buffer.alloc(32, 1).toString('base64')},test=${Buffer.alloc(32, 2).toString('base64')}`
export const testKeys = parseDataKeys(testKeysText)
