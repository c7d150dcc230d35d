import { createHash } from 'node:crypto'
import type { RecordingServer, Sent } from '../../app/dictation/recorder/recording-server.ts'
import { holderHeader } from '../../app/ui/form/holder.ts'
import { formMark } from './form-mark.ts'
import type { Desk } from './workplace.ts'

export type PortalOfDesk = RecordingServer & {
  /** Sends the form for a new note. Gives whether the portal took it. */
  createNote: (noteId: string) => Promise<boolean>
}

// As long as the page waits (app/dictation/recorder/recording-server.ts).
const patience = 15_000

type Asked = { method: string; headers: Record<string, string>; body: BodyInit }

/** The portal's addresses as the desk's page asks them, and what the page makes of the answers. */
export function portalOfDesk(address: string, { cookie, caseId }: Desk): PortalOfDesk {
  let mark: string | null = null
  const ask = (path: string, { headers, ...asked }: Asked) =>
    fetch(address + path, {
      ...asked,
      headers: { ...headers, cookie, [holderHeader]: mark ?? '', origin: address.replace('http:', 'https:') },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    }).catch(() => null)
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    return sentOf(await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }))
  }
  return {
    createNote: async (noteId) => {
      mark ??= await formMark(address, cookie)
      if (mark === null) return false
      const form = new URLSearchParams({ noteId, kind: 'phoneCall', day: '2026-09-01', time: '09:00' })
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const answer = await ask(`/handlaggare/arenden/${caseId}/ny-anteckning`, {
        ...{ method: 'POST', headers, body: form.toString() },
      })
      if (answer && [400, 403, 404].includes(answer.status)) throw new Error(`a note gets ${answer.status}`)
      return answer?.headers.get('location') === `/handlaggare/anteckningar/${noteId}`
    },
    begin: ({ noteId, recordingId, mode, partMs }) =>
      post(`/handlaggare/anteckningar/${noteId}/inspelningar`, { recordingId, mode, partMs }),
    send: async (recordingId, { number, sound }) => {
      const digest = createHash('sha256').update(sound).digest('hex')
      const headers = { 'content-type': 'application/octet-stream', 'x-sound-sha256': digest }
      const path = `/handlaggare/inspelningar/${recordingId}/delar/${number}`
      return sentOf(await ask(path, { method: 'PUT', headers, body: sound }))
    },
    stop: (recordingId, lastNumber) => post(`/handlaggare/inspelningar/${recordingId}/stopp`, { lastNumber }),
    discard: (recordingId) => post(`/handlaggare/inspelningar/${recordingId}/kasta`, {}),
  }
}

function sentOf(answer: Response | null): Sent {
  if (!answer) return { is: 'away' }
  if (answer.status === 302 || answer.status === 401) return { is: 'signIn' }
  if (answer.ok) return { is: 'stored', nextNumber: Number(answer.headers.get('x-next-number') ?? 0) }
  if (answer.status === 409) return { is: 'conflict' }
  return { is: [404, 410, 413, 415, 400].includes(answer.status) ? 'closed' : 'away' }
}
