import { useLanguage } from '../../i18n/language-context'
import type { DictationState } from './dictation-state'

type RecorderPanelProps = {
  state: DictationState
  /** It is what comes next, and so the filled button. */
  isNext: boolean
  onPress: (() => void) | null
}

export function RecorderPanel({ state, isNext, onPress }: RecorderPanelProps) {
  const { t } = useLanguage()
  const { phase } = state
  const isOn = phase === 'recording'
  const label = { idle: 'start', starting: 'starting', recording: 'stop', stopping: 'stopping' }[phase]
  return (
    <div className={isOn ? 'recorder is-on' : 'recorder'}>
      <button
        type="button"
        className={isNext ? 'button button-primary recorder-button' : 'button recorder-button'}
        aria-keyshortcuts="Control+Shift+Enter"
        disabled={!onPress || phase === 'starting' || phase === 'stopping'}
        onClick={onPress ?? undefined}
      >
        <span className="recorder-mark" aria-hidden="true" />
        {t(`dictation:record.${label}`)}
      </button>
      {isOn ? <Meter state={state} /> : null}
    </div>
  )
}

function Meter({ state: { level, loudness, seconds } }: { state: DictationState }) {
  const { t } = useLanguage()
  const time = t('dictation:record.seconds', {
    minutes: Math.floor(seconds / 60),
    seconds: String(seconds % 60).padStart(2, '0'),
  })
  return (
    <div className="recorder-facts">
      <span className="recorder-time">
        <span className="sr">{t('dictation:record.time')} </span>
        <time dateTime={`PT${seconds}S`}>{time}</time>
      </span>
      <meter
        className="recorder-meter"
        min={0}
        max={1}
        value={loudness}
        aria-label={t('dictation:record.meter')}
      />
      <span>{t(`dictation:level.${level}`)}</span>
    </div>
  )
}
