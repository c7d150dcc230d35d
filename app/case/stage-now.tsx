import type { ReactNode } from 'react'
import type { Audience } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'
import { NowCard } from '../ui/now-card'
import {
  begunIn,
  stageDate,
  stageTextKeys,
  stageVoice,
  usualSteps,
  type DaysAhead,
  type Stage,
} from './stage'

type StageNowProps = {
  stages: readonly Stage[]
  audience: Audience
  caseworker: string
  readableUntil: string | null
  ahead: DaysAhead
  /** Shown first where the page shows several cases. */
  about?: string | undefined
  /** The way on, after the text. */
  children?: ReactNode
}

// Dressed as good news, these would be read as scorn.
const soberStages: readonly string[] = ['immediateCustody']

/** "Vad händer nu?": the current stage, in words for this reader. */
export function StageNow({
  stages,
  audience,
  caseworker,
  readableUntil,
  ahead,
  about,
  children,
}: StageNowProps) {
  const { t, dates } = useLanguage()
  const now = stages.at(-1)
  if (!now) {
    return (
      <NowCard eyebrow={about ?? t('case:now.eyebrow')} heading={t('case:now.none.heading')}>
        <p>{t('case:now.none.text', { name: caseworker })}</p>
        {children}
      </NowCard>
    )
  }
  const day = stageDate(now, readableUntil, ahead)
  const isSober = soberStages.includes(now.stage)
  // Where all is done there is nothing to count to, and the way here may have had fewer steps than the usual one.
  const isCounted = now.position !== null && now.stage !== 'closure'
  const step = isCounted ? { at: now.position!, of: usualSteps } : undefined
  const eyebrow = [
    about,
    t('case:now.eyebrow'),
    step && t('case:now.step', step),
    // A sober card names one date: that of its text, if it has one.
    isSober && day ? null : t('case:now.since', { date: dates.short(begunIn(stages).at(-1)!.startedOn) }),
  ]
  return (
    <NowCard
      eyebrow={eyebrow.filter(Boolean).join(' · ')}
      heading={t(`stage:${now.stage}.${stageVoice(audience)}.heading`, { name: caseworker })}
      {...(step ? { step } : {})}
      isSober={isSober}
    >
      <p>
        {t(stageTextKeys(now.stage, audience, day !== null), {
          name: day?.by ?? caseworker,
          date: day ? dates.short(day.on) : '',
        })}
      </p>
      {children}
    </NowCard>
  )
}
