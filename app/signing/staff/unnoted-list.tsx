import { staffAt } from '../../addresses'
import { TodayList } from '../../case/staff/today-list'
import { useLanguage } from '../../i18n/language-context'
import { Swedish } from '../../ui/swedish'
import type { StaffRequest } from './list-requests'

/** A no, and a consent that was taken back: what was built on a yes may have to stop. */
export function UnnotedList({ unnoted }: { unnoted: readonly StaffRequest[] }) {
  const { t, dates } = useLanguage()
  return (
    <TodayList
      heading={t('signing:staff.unnoted')}
      rows={unnoted.map((one) => ({
        id: one.id,
        href: staffAt.request(one.id),
        title: one.personName,
        detail: (
          <>
            <b>{t(`signing:staff.state.${one.state}`)}</b> · {t(`signing:staff.act.${one.act}`)} ·{' '}
            {dates.when(one.movedAt)} · <Swedish>{one.title}</Swedish>
          </>
        ),
      }))}
    />
  )
}
