import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Swedish } from '../../ui/swedish'
import { TodayList } from './today-list'
import type { Waiting } from './today-waiting'

/** Each links to where it is answered. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const { t } = useLanguage()
  return (
    <TodayList
      heading={t('staff:today.waiting.heading')}
      rows={waiting.map((one) => ({
        id: one.id,
        href: waitingAt(one),
        title: `${one.fromName} · ${whatOf(one, t)}`,
        detail: <WaitingDetail one={one} />,
      }))}
    >
      {waiting.some(({ what }) => what === 'disputedFact') ? (
        <p className="muted">{t('staff:remark.law')}</p>
      ) : null}
    </TodayList>
  )
}

export function WaitingDetail({ one: { days, aboutChild, about, lead } }: { one: Waiting }) {
  const { t } = useLanguage()
  return (
    <>
      <b>{days === 0 ? t('staff:today.waiting.today') : t('staff:today.waiting.days', { count: days })}</b>
      {aboutChild ? ` · ${aboutChild}` : null}
      {about ? ' · ' : null}
      {about ? <Swedish>{about}</Swedish> : null}
      {lead ? ` · ${t('staff:today.lead', { name: lead })}` : null}
    </>
  )
}

export function whatOf({ what }: Pick<Waiting, 'what'>, t: (key: string) => string): string {
  const isThread = what === 'question' || what === 'contactRequest'
  if (what === 'wondering') return t('together:record.waiting')
  return isThread ? t(`staff:today.waiting.${what}`) : t(`staff:remark.kind.${what}`)
}

export function waitingAt({ id, what }: Pick<Waiting, 'id' | 'what'>): string {
  if (what === 'wondering') return staffAt.togetherRecord(id)
  return what === 'question' || what === 'contactRequest' ? staffAt.thread(id) : staffAt.remark(id)
}
