import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { TodayList } from '../staff/today-list'
import type { Silence } from './silences'

/** Each links to where a line is written. */
export function SilenceList({ silences }: { silences: readonly Silence[] }) {
  const { t, dates } = useLanguage()
  return (
    <TodayList
      heading={t('staff:line.silent.heading')}
      rows={silences.map(({ caseId, personId, name, aboutChild, since, days }) => ({
        id: `${caseId} ${personId}`,
        href: staffAt.line(caseId, personId),
        title: t('staff:line.silent.to', { name }),
        detail: [aboutChild, t('staff:line.silent.since', { count: days, date: dates.short(since) })]
          .filter(Boolean)
          .join(' · '),
      }))}
    >
      <p className="muted">{t('staff:line.silent.why')}</p>
    </TodayList>
  )
}
