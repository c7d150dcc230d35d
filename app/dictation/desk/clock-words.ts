import type { TFunction } from '../../i18n/texts'

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** "14.03.12" */
export function clockToTheSecond(moment: number): string {
  return clock.format(moment).replaceAll(':', '.')
}

/** "2 min 10 s", "38 s" */
export function durationInWords(t: TFunction, seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes === 0
    ? t('dictation:duration.seconds', { seconds })
    : t('dictation:duration.minutes', { minutes, seconds: seconds % 60 })
}
