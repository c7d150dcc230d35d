import { createHash, randomUUID } from 'node:crypto'
import type { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { quarter } from '../../app/dictation/recording/part-length.ts'
import { holderHeader } from '../../app/ui/form/holder.ts'
import { formMark } from './form-mark.ts'
import { rawSend } from './raw-send.ts'
import type { Desk } from './workplace.ts'

/** A dictation as the desk's page makes it, by the portal's own addresses. */
export type Recording = {
  id: string
  /**
   * Sends one part until it is stored, as the page does when the portal has too much to do.
   * @returns how often it was turned away
   * @throws Error when the portal refuses it
   */
  send: (number: number, sound: SoundPart) => Promise<number>
  stop: (lastNumber: number) => Promise<void>
}

export type SoundPart = { bytes: Uint8Array; digest: string }
type At = { address: string; agent: Agent }

export function soundPart(bytes: Uint8Array): SoundPart {
  return { bytes, digest: createHash('sha256').update(bytes).digest('hex') }
}

export async function startRecording(desk: Desk, { address, agent }: At): Promise<Recording> {
  const id = randomUUID()
  const mark = (await formMark(address, desk.cookie)) ?? ''
  const headers = { [holderHeader]: mark, cookie: desk.cookie, origin: address.replace('http:', 'https:') }
  const post = async (path: string, value: object) => {
    const body = Buffer.from(JSON.stringify(value))
    const json = { ...headers, 'content-type': 'application/json' }
    const { status } = await rawSend(address + path, { method: 'POST', headers: json, body }, agent)
    if (status >= 300) throw new Error(`${path} answers ${status}`)
  }
  await post(`/handlaggare/anteckningar/${desk.noteId}/inspelningar`, {
    recordingId: id,
    mode: 'automatic',
    partMs: quarter,
  })
  return {
    id,
    send: async (number, { bytes, digest }) => {
      const sound = { ...headers, 'content-type': 'application/octet-stream', 'x-sound-sha256': digest }
      const url = `${address}/handlaggare/inspelningar/${id}/delar/${number}`
      for (let turnedAway = 0; ; turnedAway += 1) {
        const { status } = await rawSend(url, { method: 'PUT', headers: sound, body: bytes }, agent)
        if (status === 204 || status === 202) return turnedAway
        if (status !== 503) throw new Error(`a part of a dictation is answered by ${status}`)
        await wait(200)
      }
    },
    stop: (lastNumber) => post(`/handlaggare/inspelningar/${id}/stopp`, { lastNumber }),
  }
}
