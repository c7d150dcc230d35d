import { mostUploadBytes } from '../document/upload/upload-limit.ts'

/** Of what is sent in JSON. */
export const largestBody = 1024 * 1024

/** A document may bring a finished PDF, in base64. */
export const largestDocument = largestBody + 4 * Math.ceil(mostUploadBytes / 3)
