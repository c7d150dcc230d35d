import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { areaFields, goalViews } from './fields'
import type { FollowUpRecord, SeenGoal } from './read-follow-up'

/** What was recorded, as it was written. */
export function RecordFacts({ record, childName }: { record: FollowUpRecord; childName: string }) {
  const { t, dates } = useLanguage()
  const { outcome, plannedOn, heldOn, nextOn, nextAt, nextPlace } = record
  const next = nextOn && [dates.day(nextOn), nextAt && dates.time(nextAt)].filter(Boolean).join(' ')
  return (
    <>
      <Facts
        items={present([
          [t('followup:outcome.label'), t(`followup:outcome.${outcome}`)],
          [t('followup:planned'), dates.day(plannedOn)],
          [t('followup:heldOn'), heldOn && dates.day(heldOn)],
          [t('followup:because'), written(record.reason)],
          [t('followup:participants'), participantNames(record).join(', ') || null],
          ...areaFields.map((field) => [t(`followup:about.${field}`), written(record[field])] as const),
          [t('review:facts.areas'), record.areas.map((area) => t(`review:area.${area}`)).join(', ') || null],
          [t('followup:next.heading'), next],
          [t('followup:next.place'), written(nextPlace)],
        ])}
      />
      {record.goals.map((goal) => (
        <GoalFacts key={goal.position} goal={goal} childName={childName} />
      ))}
    </>
  )
}

function GoalFacts({ goal, childName }: { goal: SeenGoal; childName: string }) {
  const { t } = useLanguage()
  return (
    <Section
      heading={
        <>
          {t('followup:goals.goal', { number: goal.position })} <Swedish>{goal.goal}</Swedish>
        </>
      }
    >
      <p>{t(`followup:progress.${goal.progress}`)}</p>
      <Facts
        items={present(
          goalViews.map(
            (view) => [t(`followup:view.${view}`, { name: childName }), written(goal[view])] as const,
          ),
        )}
      />
    </Section>
  )
}

const participantNames = ({ participants }: FollowUpRecord) =>
  participants.map(({ name, role }) => (role ? `${name} (${role})` : name))

const written = (text: string | null) => (text ? <Swedish>{text}</Swedish> : null)

const present = (items: readonly (readonly [ReactNode, ReactNode])[]) =>
  items.filter(([, value]) => value).map(([term, value]) => ({ term, value }))
