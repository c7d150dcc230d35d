import texts from './record-texts.json' with { type: 'json' }

/** Milliseconds. In Swedish, like every record. */
export function gapText(start: number, end: number): string {
  return texts.gap
    .replace('{from}', clock(Math.floor(start / 1000)))
    .replace('{to}', clock(Math.ceil(end / 1000)))
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = `${two(Math.floor(seconds / 60) % 60)}.${two(seconds % 60)}`
  return seconds < 3600 ? minutes : `${two(Math.floor(seconds / 3600))}.${minutes}`
}
