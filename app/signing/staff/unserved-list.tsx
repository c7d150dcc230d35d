import { staffAt } from '../../addresses'
import { TodayList } from '../../case/staff/today-list'
import { useLanguage } from '../../i18n/language-context'
import { Swedish } from '../../ui/swedish'
import type { StaffRequest } from './list-requests'

/** Decisions that somebody has not said they received: to be served in another way, without waiting (LVU 40 §). */
export function UnservedList({ unserved }: { unserved: readonly StaffRequest[] }) {
  const { t, dates } = useLanguage()
  return (
    <TodayList
      heading={t('signing:staff.unserved')}
      rows={unserved.map((one) => ({
        id: one.id,
        href: staffAt.serve(one.id),
        title: one.personName,
        detail: (
          <>
            <b>{t(`signing:staff.state.${one.state}`)}</b> · {dates.when(one.askedAt)} ·{' '}
            <Swedish>{one.title}</Swedish>
          </>
        ),
      }))}
    />
  )
}
