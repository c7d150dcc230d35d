import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import type { HeardSegment } from '../text/merge-heard'

/** Text dropped as noise is always shown. */
export function DroppedLines({ dropped }: { dropped: readonly HeardSegment[] }) {
  const { t, language } = useLanguage()
  const number = new Intl.NumberFormat(language === 'sv-latt' ? 'sv' : language, {
    maximumFractionDigits: 1,
    numberingSystem: 'latn',
  })
  return (
    <>
      {dropped.map(({ number: segment, recordingId, start, end, text }) => (
        <details className="dropped" key={segment}>
          <summary>
            {t('dictation:dropped.line', { seconds: number.format((end - start) / 1000) })} –{' '}
            {t('dictation:dropped.show')}
          </summary>
          <p lang="sv" dir="auto">
            {text || t('dictation:dropped.nothing')}
          </p>
          <audio
            controls
            preload="none"
            src={`${staffAt.recordingSound(recordingId)}#t=${start / 1000},${end / 1000}`}
          />
        </details>
      ))}
    </>
  )
}
