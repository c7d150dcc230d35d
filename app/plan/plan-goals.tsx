import { InPageLanguage } from '../reading/in-page-language'
import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { Swedish } from '../ui/swedish'
import { Voice } from '../ui/voice'
import type { Plan } from './plan'

type PlanGoalsProps = {
  plan: Pick<Plan, 'goals'> & { summary: string | null }
  isOwn: boolean
  childName: string
  closedOn: string | null
  /** One level below the heading above the goals. */
  heading: 'h2' | 'h3'
}

export function PlanGoals({ plan, isOwn, childName, closedOn, heading: Heading }: PlanGoalsProps) {
  const { t } = useLanguage()
  return (
    <>
      {plan.summary === null ? null : (
        <p>
          <Swedish>{plan.summary}</Swedish>
        </p>
      )}
      {plan.goals.map(({ position, goal, ownWords, steps, state }) => (
        <section key={position} className="section">
          <Heading>
            {t('case:plan.goal', { number: position })} <Swedish>{goal}</Swedish>
          </Heading>
          {/* Nobody works with it any more in a case that has ended. */}
          {closedOn && state === 'ongoing' ? null : <p className="muted">{t(`case:plan.state.${state}`)}</p>}
          {ownWords ? (
            <div lang="sv" dir="ltr">
              <Voice
                kind="statement"
                label={
                  <InPageLanguage>
                    {isOwn ? t('case:plan.ownWords') : t('case:plan.childWords', { name: childName })}
                  </InPageLanguage>
                }
              >
                {ownWords}
              </Voice>
            </div>
          ) : null}
          {steps.length > 0 ? (
            <Facts
              items={steps.map(({ who, what }) => ({
                term: <Swedish>{who}</Swedish>,
                value: <Swedish>{what}</Swedish>,
              }))}
            />
          ) : null}
        </section>
      ))}
    </>
  )
}
