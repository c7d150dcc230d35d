import { useLanguage } from '../../i18n/language-context'
import { clipHref, type SoundClip } from './sound-clip'

type ClipPlayerProps = { clip: SoundClip | null; what: string }

/** Downloads nothing until played. */
export function ClipPlayer({ clip, what }: ClipPlayerProps) {
  const { t } = useLanguage()
  if (!clip) return null
  return (
    <details className="clip">
      <summary>
        {t('review:listen')} <span className="sr">{what}</span>
      </summary>
      <audio controls preload="none" src={clipHref(clip)} aria-label={what} />
    </details>
  )
}
