import { staffAt } from '../../addresses'
import { holderHeader } from '../../ui/form/holder'
import type { JournalEntry, WaitingChunk } from './journal'
import { keepSession } from '../desk/keep-session'

/** away: no answer, or try later. closed: takes no more. conflict: the number is taken. */
export type Sent = { is: 'stored'; nextNumber: number } | { is: 'away' | 'signIn' | 'closed' | 'conflict' }

export type RecordingServer = {
  begin: (entry: JournalEntry) => Promise<Sent>
  send: (recordingId: string, chunk: WaitingChunk) => Promise<Sent>
  /** Null: missing chunks will never come. */
  stop: (recordingId: string, lastNumber: number | null) => Promise<Sent>
  discard: (recordingId: string) => Promise<Sent>
}

const patience = 15_000

/** @param holder mark of whoever speaks: the server takes nothing for anybody else */
export function recordingServerFor(holder: string): RecordingServer {
  const post = (address: string, body: Record<string, unknown>) =>
    ask(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [holderHeader]: holder },
      body: JSON.stringify(body),
    })
  return {
    begin: ({ noteId, recordingId, mode, partMs }) =>
      post(staffAt.recordings(noteId), { recordingId, mode, ...(partMs && { partMs }) }),
    send: async (recordingId, { number, sound }) =>
      ask(staffAt.recordingChunk(recordingId, number), {
        method: 'PUT',
        headers: {
          'Content-Type': 'application/octet-stream',
          'X-Sound-SHA256': await sha256(sound),
          [holderHeader]: holder,
        },
        body: sound,
      }),
    stop: (recordingId, lastNumber) => post(staffAt.recordingStop(recordingId), { lastNumber }),
    discard: (recordingId) => post(staffAt.recordingDiscard(recordingId), {}),
  }
}

async function ask(address: string, init: RequestInit): Promise<Sent> {
  const answer = await fetch(address, {
    ...init,
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  }).catch(() => null)
  if (!answer) return { is: 'away' }
  // Signed out: the server redirects to the sign-in page. 403: somebody else has signed in.
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403)
    return { is: 'signIn' }
  if (answer.ok) {
    keepSession()
    return { is: 'stored', nextNumber: Number(answer.headers.get('X-Next-Number') ?? 0) }
  }
  if (answer.status === 409) return { is: 'conflict' }
  return { is: [404, 410, 413, 415, 400].includes(answer.status) ? 'closed' : 'away' }
}

async function sha256(sound: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', sound))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
