import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Swedish } from '../../ui/swedish'
import { AnswerBy } from './answer-by'
import { At } from '../at'
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

export function WaitingDetail({ one }: { one: Waiting }) {
  const { t } = useLanguage()
  const { what, days, aboutChild, about, lead, answerer, forName } = one
  return (
    <>
      {one.answerBy ? <AnswerBy answerBy={one.answerBy} daysLeft={one.daysLeft ?? 0} /> : null}
      {one.answerBy ? ' · ' : null}
      <b>{days === 0 ? t('staff:today.waiting.today') : t('staff:today.waiting.days', { count: days })}</b>
      {aboutChild ? ` · ${aboutChild}` : null}
      {one.meetsAt ? ' · ' : null}
      {one.meetsAt ? <At moment={one.meetsAt} /> : null}
      {about ? ' · ' : null}
      {/* Of a question in its writer's words, which turn nothing round but themselves. */}
      {about ? isThread(what) ? <bdi>{about}</bdi> : <Swedish>{about}</Swedish> : null}
      {lead ? ` · ${t('staff:today.lead', { name: lead })}` : null}
      {answerer ? ` · ${t('answer:today.answers', { name: answerer })}` : null}
      {forName ? ` · ${t('answer:today.forAway', { name: forName })}` : null}
    </>
  )
}

const isThread = (what: Waiting['what']) => what === 'question' || what === 'contactRequest'

export function whatOf({ what }: Pick<Waiting, 'what'>, t: (key: string) => string): string {
  if (what === 'wondering') return t('together:record.waiting')
  return isThread(what) || what === 'timeRequest'
    ? t(`staff:today.waiting.${what}`)
    : t(`staff:remark.kind.${what}`)
}

export function waitingAt({
  id,
  what,
  appointmentId,
}: Pick<Waiting, 'id' | 'what' | 'appointmentId'>): string {
  if (appointmentId !== null) return staffAt.appointment(appointmentId)
  if (what === 'wondering') return staffAt.togetherRecord(id)
  return isThread(what) ? staffAt.thread(id) : staffAt.remark(id)
}
