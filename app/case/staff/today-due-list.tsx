import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { DueDay } from './due-day'
import type { Due } from './today-due'
import { TodayList } from './today-list'

export function DueList({ due, weeks }: { due: readonly Due[]; weeks: number }) {
  const { t } = useLanguage()
  if (due.length === 0) {
    return (
      <Section heading={t('staff:due.heading')}>
        <p>{t('staff:due.none', { count: weeks })}</p>
      </Section>
    )
  }
  return (
    <TodayList
      heading={t('staff:due.heading')}
      rows={due.map((one) => ({
        id: one.id,
        href: one.noteId ? staffAt.readers(one.noteId) : staffAt.case(one.caseId),
        title: `${one.childName} · ${t(`staff:due.kind.${one.kind}`, { name: one.person ?? '' })}`,
        detail: <DueDetail due={one} />,
      }))}
    />
  )
}

function DueDetail({ due: { days, on, source, lead } }: { due: Due }) {
  const { t, dates } = useLanguage()
  return (
    <>
      <DueDay days={days} /> · {dates.short(on)}
      {lead ? ` · ${t('staff:today.lead', { name: lead })}` : null}
      {source ? (
        <>
          <br />
          <Swedish>{source}</Swedish>
        </>
      ) : null}
    </>
  )
}
