import type { APIResponse } from '@playwright/test'
import { readable } from '../../app/server/readable-address'

/** An answer without what differs by nature: number and time of the request, and the address asked for. */
export async function answerOn(answer: APIResponse, address: string) {
  const { 'x-request-id': requestId = '', ...headers } = answer.headers()
  delete headers['date']
  // A hash of the body, in which those two stand.
  delete headers['etag']
  // Nor how small it became: the body itself is compared.
  if (headers['content-encoding']) delete headers['content-length']
  const body = (await answer.text())
    .replaceAll(requestId, 'ID')
    .replaceAll(escaped(address), 'ADDRESS')
    .replaceAll(address, 'ADDRESS')
    .replaceAll(readable(address), 'ADDRESS')
    .replace(/data-session-ends="\d+"/, 'data-session-ends')
  return { status: answer.status(), headers, body }
}

function escaped(address: string): string {
  return new URL(address, 'http://localhost').pathname.replaceAll('&', '&amp;').replaceAll("'", '&#x27;')
}

/** Ids that are none: another shape, another case, what a database or a page might trip on. */
export const malformedIds = [
  '1',
  'null',
  "' or 1=1 --",
  'a'.repeat(500),
  'AAAAAAAA-AAAA-AAAA-AAAA-AAAAAAAAAAA',
  '\u0000',
  '🌧',
]
