import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Tag } from '../ui/table'
import { Swedish } from '../ui/swedish'
import type { StaffThread } from './staff-thread'

/** By when an answer is expected, who answers, and what it is about. */
export function StaffThreadClock({ thread }: { thread: StaffThread }) {
  const { t, dates } = useLanguage()
  const { waiting, closedOn, readableUntil } = thread
  return (
    <>
      {waiting ? (
        <p>
          {waiting.answerBy ? (
            <>
              {waiting.isOverdue ? <Tag tone="warn">{t('answer:overdue')}</Tag> : null}{' '}
              {t('answer:answerBy', { name: thread.givenName, day: dates.day(waiting.answerBy) })}
            </>
          ) : (
            t('answer:waits', { name: thread.givenName })
          )}
        </p>
      ) : null}
      {waiting?.answerer ? (
        <p className="muted">
          {waiting.isMine ? t('answer:who.you') : t('answer:who.other', { name: waiting.answerer })}
          {waiting.forName && waiting.awayUntil
            ? ` ${t('answer:who.away', { name: waiting.forName, day: dates.short(waiting.awayUntil) })}`
            : null}
        </p>
      ) : null}
      {closedOn ? (
        <p className="muted">
          {readableUntil
            ? t('answer:closedUntil', { day: dates.short(readableUntil) })
            : t('answer:closed', { day: dates.short(closedOn) })}
        </p>
      ) : null}
      <About thread={thread} />
    </>
  )
}

function About({ thread: { about, caseId } }: { thread: StaffThread }) {
  const { t } = useLanguage()
  if (!about) return null
  const href = about.kind === 'note' ? staffAt.note(about.id) : staffAt.document(caseId, about.id)
  return (
    <p>
      {t(`answer:about.${about.kind}`)}{' '}
      <a href={href}>
        <Swedish>{about.title}</Swedish>
      </a>
      {about.paragraph ? ` · ${t('answer:about.paragraph', { number: about.paragraph })}` : null}
    </p>
  )
}
