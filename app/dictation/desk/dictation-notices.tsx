import type { TFunction } from '../../i18n/texts'
import type { ReactNode } from 'react'
import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { LiveRegion } from '../../ui/live-region'
import { Notice } from '../../ui/notice'
import { isFileProblem } from '../recording/recording-problem'
import { clockToTheSecond } from './clock-words'
import type { DictationState } from './dictation-state'
import type { Writing } from './writing-watch'

type DictationNoticesProps = { state: DictationState; writing: Writing; noteId: string }

export function DictationNotices({ state, writing, noteId }: DictationNoticesProps) {
  const { t } = useLanguage()
  const { fault, lostAt, isSilent, microphone } = state
  const name = microphone || t('dictation:microphone.unnamed')
  return (
    <>
      <LiveRegion>
        {fault ? <Notice tone="warn">{t(`dictation:microphone.${fault}`)}</Notice> : null}
      </LiveRegion>
      <LiveRegion>
        {isSilent ? (
          <Notice tone="warn">{t('dictation:microphone.silent', { microphone: name })}</Notice>
        ) : null}
      </LiveRegion>
      <LiveRegion>
        {lostAt !== null ? (
          <Notice tone="warn">{t('dictation:microphone.lost', { time: clockToTheSecond(lostAt) })}</Notice>
        ) : null}
      </LiveRegion>
      <SendingNotice state={state} noteId={noteId} />
      <WritingLine writing={writing} />
      <p className="sr" role="status">
        {announced(t, state)}
      </p>
    </>
  )
}

function SendingNotice({
  state: { sending, phase, isCatchingUp },
  noteId,
}: Omit<DictationNoticesProps, 'writing'>) {
  const { t } = useLanguage()
  const count = sending.waiting
  if (sending.state === 'away') {
    const key = phase === 'recording' ? 'away' : 'awayStopped'
    return <Notice tone="warn">{t(`dictation:sending.${key}`, { count })}</Notice>
  }
  if (sending.state === 'signIn') {
    const signIn = `${staffAt.signIn}?till=/handlaggare/anteckningar/${noteId}`
    return (
      <Notice tone="warn">
        <p>
          {t('dictation:sending.signIn', { count })}{' '}
          <a href={signIn} target="_blank" rel="noopener">
            {t('dictation:sending.signInLink')}
          </a>
        </p>
      </Notice>
    )
  }
  if (sending.state === 'closed') return <Notice tone="warn">{t('dictation:sending.closed')}</Notice>
  return isCatchingUp ? <Notice tone="info">{t('dictation:sending.back', { count })}</Notice> : null
}

/** Seconds behind. After the second limit no estimate is given. */
const saidFrom = 10
const longFrom = 60

function WritingLine({ writing }: { writing: Writing }) {
  const { t } = useLanguage()
  const words = writingInWords(t, writing)
  const isWarning = isFileProblem(writing.problem) || writing.problem === 'noSpeech'
  return (
    <>
      {words && !isWarning ? <p className="muted">{words}</p> : null}
      <LiveRegion>{words && isWarning ? <Notice tone="warn">{words}</Notice> : null}</LiveRegion>
    </>
  )
}

function writingInWords(t: TFunction, { problem, progress, lagSeconds, pending }: Writing): ReactNode {
  if (problem === 'engineLoading' && progress !== null)
    return t('dictation:writing.engineLoadingAt', { percent: Math.round(progress) })
  if (problem) return t(`dictation:writing.${problem}`)
  if (lagSeconds >= longFrom) return t('dictation:writing.catchingUp')
  if (lagSeconds >= saidFrom) return t('dictation:writing.lag', { count: lagSeconds })
  return pending.size > 0 ? t('dictation:writing.pending') : null
}

/** Without the running seconds, so that screen readers hear each change once. */
function announced(t: TFunction, { sending, phase, isCatchingUp }: DictationState): string {
  if (sending.state === 'away' || sending.state === 'signIn') return t(`dictation:said.${sending.state}`)
  if (isCatchingUp) return t('dictation:said.back')
  if (phase === 'recording') return t('dictation:said.recording')
  return sending.state === 'done' ? t('dictation:said.idle') : ''
}
