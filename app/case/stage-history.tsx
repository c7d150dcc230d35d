import type { TFunction } from '../i18n/texts'
import type { Audience } from '../../db/roles'
import type { Dates } from '../i18n/dates'
import { useLanguage } from '../i18n/language-context'
import { Section } from '../ui/page/layout'
import { StagePath } from '../ui/stage-path'
import { pathOf, stageVoice, type PathStep, type Stage } from './stage'

type StageHistoryProps = { stages: readonly Stage[]; nextFollowUp: string | null; audience: Audience }

/** "Vägen hit": past stages, the current one, and what is certain to come. */
export function StageHistory({ stages, nextFollowUp, audience }: StageHistoryProps) {
  const { t, dates } = useLanguage()
  if (stages.length === 0) return null
  return (
    <Section heading={t('case:path.heading')}>
      <StagePath
        steps={pathOf(stages, nextFollowUp).map((step) => ({
          label: t(`stage:${step.stage}.${stageVoice(audience)}.path`),
          detail: whenOf(step, t, dates),
          state: step.state,
        }))}
      />
    </Section>
  )
}

function whenOf({ state, from, to }: PathStep, t: TFunction, dates: Dates): string | null {
  if (!from) return null
  if (state === 'here') return t('case:path.since', { date: dates.short(from) })
  if (state === 'next') return t('case:path.planned', { date: dates.short(from) })
  return to && to !== from
    ? t('case:path.range', { from: dates.short(from), to: dates.short(to) })
    : dates.short(from)
}
