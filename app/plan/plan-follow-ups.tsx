import { useLanguage } from '../i18n/language-context'
import { Section } from '../ui/page/layout'
import { StagePath } from '../ui/stage-path'
import { Swedish } from '../ui/swedish'
import type { CasePlans } from './plan'

export function PlanFollowUps({ followUps: all, closedOn }: Pick<CasePlans, 'followUps' | 'closedOn'>) {
  const { t, dates } = useLanguage()
  // In a case that has ended, only what has been: no day is waited for.
  const followUps = closedOn ? all.filter(({ outcome }) => outcome !== null) : all
  if (followUps.length === 0) return null
  return (
    <Section heading={t('case:plan.followUps')}>
      <StagePath
        steps={followUps.map((each) => ({
          label: dates.day(each.heldOn ?? each.plannedOn),
          detail: (
            <>
              {t(`case:plan.followUp.${each.outcome ?? (each.isAhead ? 'planned' : 'late')}`)}
              {each.isAhead && each.startsAt ? ` · ${dates.time(each.startsAt)}` : null}
              {each.isAhead && each.place ? ' · ' : null}
              {each.isAhead && each.place ? <Swedish>{each.place}</Swedish> : null}
            </>
          ),
          state: each.outcome ? 'done' : 'next',
        }))}
      />
    </Section>
  )
}
