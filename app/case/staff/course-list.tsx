import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { Facts } from '../../ui/facts'
import { Section } from '../../ui/page/layout'
import { StagePath } from '../../ui/stage-path'
import { Swedish } from '../../ui/swedish'
import { DueDay } from './due-day'
import type { OpenedCase } from './open-case'

export function StaffStages({ stages }: Pick<OpenedCase, 'stages'>) {
  const { t, dates } = useLanguage()
  if (stages.length === 0) return null
  return (
    <Section heading={t('staff:case.stages')}>
      <StagePath
        steps={stages.map(({ stage, startedOn, dueOn }, index) => {
          const isHere = index === stages.length - 1
          return {
            label: t(`staff:stage.${stage}`),
            detail: [
              dates.short(startedOn),
              isHere && dueOn ? t('staff:case.stageDue', { date: dates.short(dueOn) }) : null,
            ]
              .filter(Boolean)
              .join(' · '),
            state: isHere ? 'here' : 'done',
          }
        })}
      />
    </Section>
  )
}

export function StaffDeadlines({ dates: deadlines }: Pick<OpenedCase, 'dates'>) {
  const { t, dates } = useLanguage()
  if (deadlines.length === 0) return null
  return (
    <Section heading={t('staff:due.heading')}>
      <Facts
        items={deadlines.map(({ kind, person, dueOn, doneOn, days, source }) => ({
          term: t(`staff:due.kind.${kind}`, { name: person ?? '' }),
          value: (
            <>
              <p>
                {doneOn ? (
                  t('staff:due.done', { date: dates.short(doneOn) })
                ) : (
                  <>
                    <DueDay days={days} /> · {dates.short(dueOn)}
                  </>
                )}
              </p>
              <p className="muted">
                <Swedish>{source}</Swedish>
              </p>
            </>
          ),
        }))}
      />
    </Section>
  )
}

export function StaffPlan({ id, plan, followUps }: Pick<OpenedCase, 'id' | 'plan' | 'followUps'>) {
  const { t, dates } = useLanguage()
  const next = followUps.find(({ outcome }) => outcome === null)
  const recorded = followUps.filter(({ recordedAt }) => recordedAt !== null)
  return (
    <Section heading={t('staff:case.plan')}>
      {plan ? (
        <>
          <p className="muted">{t('staff:case.planFrom', { date: dates.short(plan.agreedOn) })}</p>
          <ol className="steps">
            {plan.goals.map(({ position, goal, state }) => (
              <li key={position}>
                <Swedish>{goal}</Swedish> {state === 'ongoing' ? null : `(${t(`staff:case.goal.${state}`)})`}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {next ? (
        <p>
          {t('staff:case.nextFollowUp', { date: dates.day(next.plannedOn) })} <DueDay days={next.days} />
          {next.startsAt ? ` · ${dates.time(next.startsAt)}` : null}
          {next.place ? ' · ' : null}
          {next.place ? <Swedish>{next.place}</Swedish> : null}
        </p>
      ) : null}
      {recorded.length > 0 ? (
        <ul className="steps">
          {recorded.map(({ id: followUpId, plannedOn, heldOn, outcome }) => (
            <li key={followUpId}>
              <a href={staffAt.followUp(id, followUpId)}>
                {t('followup:one', { date: dates.short(heldOn ?? plannedOn) })}
              </a>{' '}
              · {t(`followup:outcome.${outcome!}`)}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="actions">
        <ButtonLink href={staffAt.recordFollowUp(id)}>{t('followup:record')}</ButtonLink>
      </div>
    </Section>
  )
}

export function StaffDocuments({ id, documents }: Pick<OpenedCase, 'id' | 'documents'>) {
  const { t, dates } = useLanguage()
  if (documents.length === 0) return null
  return (
    <Section heading={t('staff:case.documents')}>
      <Facts
        items={documents.map(({ id: documentId, title, type, datedOn }) => ({
          term: (
            <a href={staffAt.document(id, documentId)}>
              <Swedish>{title}</Swedish>
            </a>
          ),
          value: <p className="muted">{`${t(`document:type.${type}`)} · ${dates.short(datedOn)}`}</p>,
        }))}
      />
    </Section>
  )
}
