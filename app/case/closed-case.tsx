import type { Audience } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'
import { stageVoice, type Stage } from './stage'

type ClosedCaseProps = {
  closedOn: string | null
  readableUntil: string | null
  stages: readonly Stage[]
  audience: Audience
}

/** Until when a closed case can be read, where the card of its last stage does not say so already. */
export function ClosedCase({ closedOn, readableUntil, stages, audience }: ClosedCaseProps) {
  const { t, dates } = useLanguage()
  if (!closedOn) return null
  if (stages.at(-1)?.stage === 'closure' && stageVoice(audience) === 'youth') return null
  return (
    <p>
      {readableUntil ? t('case:closed.until', { date: dates.short(readableUntil) }) : t('case:closed.text')}
    </p>
  )
}
