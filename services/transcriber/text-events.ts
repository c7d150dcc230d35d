import { type ServerResponse } from 'node:http'
import { apiErrorOf } from './api-error.ts'
import { addedText } from './transcription-answer.ts'
import { type TranscribedSegment } from './transcription.ts'

/** https://platform.openai.com/docs/api-reference/audio/transcript-text-delta-event */
export type TextEvents = {
  add(segments: readonly TranscribedSegment[]): void
  done(): void
  /** False when nothing has been sent yet, so that it can be answered with a status. */
  fail(error: unknown): boolean
}

/** Sends text as it comes. Nothing is sent before there is some, so that what is refused is refused by its status. */
export function textEvents(response: ServerResponse): TextEvents {
  let text = ''
  const send = (type: string, content: object) => {
    if (!response.headersSent) {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        // A proxy that gathers (nginx) would make one answer of it.
        'X-Accel-Buffering': 'no',
      })
    }
    response.write(`event: ${type}\ndata: ${JSON.stringify(content)}\n\n`)
  }
  return {
    add: (segments) => {
      const delta = addedText(text, segments)
      if (delta === '') return
      text += delta
      send('transcript.text.delta', { type: 'transcript.text.delta', delta })
    },
    done: () => {
      send('transcript.text.done', { type: 'transcript.text.done', text })
      response.end()
    },
    fail: (error) => {
      if (!response.headersSent) return false
      if (response.destroyed) return true
      send('error', apiErrorOf(error).body)
      response.end()
      return true
    },
  }
}
