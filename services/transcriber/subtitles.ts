import { type Transcription } from './transcription.ts'

type Timed = Pick<Transcription, 'segments'>

/** SubRip: numbered, with a comma before the milliseconds. */
export function srtOf({ segments }: Timed): string {
  return segments
    .map(({ start, end, text }, i) => `${i + 1}\n${moment(start, ',')} --> ${moment(end, ',')}\n${text}\n\n`)
    .join('')
}

/** https://www.w3.org/TR/webvtt1/ 4: there `&` and `<` begin something else, and `-->` is a time. */
export function vttOf({ segments }: Timed): string {
  const cues = segments.map(
    ({ start, end, text }) => `${moment(start, '.')} --> ${moment(end, '.')}\n${escaped(text)}\n\n`,
  )
  return `WEBVTT\n\n${cues.join('')}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function moment(seconds: number, mark: ',' | '.'): string {
  const all = Math.round(seconds * 1_000)
  const [hours, minutes, whole] = [all / 3_600_000, (all / 60_000) % 60, (all / 1_000) % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  )
  return `${hours}:${minutes}:${whole}${mark}${String(all % 1_000).padStart(3, '0')}`
}
