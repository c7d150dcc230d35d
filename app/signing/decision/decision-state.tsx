import { useLanguage } from '../../i18n/language-context'
import { Notice } from '../../ui/notice'
import type { Decision } from './decisions'

/** Where it stands, in words. */
export function DecisionState({ decision }: { decision: Decision }) {
  const { t, dates } = useLanguage()
  const { state, isAnswerable, isJudgedSoon, isOnPaper, askedBy: name } = decision
  if (isJudgedSoon) return <Notice tone="info">{t('signing:done.judging')}</Notice>
  if (state === 'signed')
    return (
      <Notice tone="done" heading={t('decision:done.heading')}>
        {t(isOnPaper ? 'decision:done.paper' : 'decision:done.text', {
          when: dates.when(decision.decidedAt ?? decision.movedAt),
          name,
        })}
      </Notice>
    )
  if (state === 'declined')
    return (
      <Notice tone="warn" heading={t('decision:open.heading')}>
        <p>{t('signing:done.declined', { when: dates.when(decision.movedAt) })}</p>
        <p>{t('decision:without', { name })}</p>
      </Notice>
    )
  if (state === 'cancelled' || state === 'superseded')
    return (
      <Notice tone="info" heading={t('decision:open.heading')}>
        {t(`decision:done.${state}`, { when: dates.when(decision.movedAt) })}
      </Notice>
    )
  if (!isAnswerable) return <Notice tone="info">{t('decision:done.closed', { name })}</Notice>
  return (
    <Notice tone="warn" heading={t('decision:open.heading')}>
      {t('decision:done.waiting', { name, when: dates.when(decision.askedAt) })}
    </Notice>
  )
}
