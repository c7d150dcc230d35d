import { useLanguage } from '../../i18n/language-context'
import { Facts } from '../../ui/facts'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import type { Decision, Following } from './decisions'

/** On what ground, by which right, and why the committee cannot be awaited: read before anybody signs. */
export function DecisionFacts({ decision, decidesAs }: { decision: Decision; decidesAs: string }) {
  const { t, dates } = useLanguage()
  return (
    <Section heading={t('decision:why.heading')}>
      <Facts
        items={[
          { term: t('decision:why.cannotWait'), value: <Swedish>{decision.cannotWait}</Swedish> },
          { term: t('decision:why.law'), value: <Swedish>{`${decision.law}, ${decision.ground}`}</Swedish> },
          { term: t('decision:why.right'), value: <Swedish>{decidesAs}</Swedish> },
          {
            term: t('decision:why.asked'),
            value: `${decision.askedBy}, ${decision.askedByPhone} · ${dates.when(decision.askedAt)}`,
          },
        ]}
      />
    </Section>
  )
}

/** The days that follow. The time to apply for care runs from when it is carried out, so today is the earliest. */
export function FollowingDays({ following }: { following: readonly Following[] }) {
  const { t, dates } = useLanguage()
  return (
    <Section heading={t('decision:following.heading')}>
      <Facts
        items={following.map(({ kind, dueOn, source }) => ({
          term: t(`staff:due.kind.${kind}`),
          value: (
            <>
              {dates.day(dueOn)}
              <br />
              <span className="muted">
                <Swedish>{source}</Swedish>
              </span>
            </>
          ),
        }))}
      />
      {following.some(({ kind }) => kind === 'committeeReport') ? null : (
        <p>{t('decision:following.noMeeting')}</p>
      )}
    </Section>
  )
}
