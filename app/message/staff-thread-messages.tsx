import { useLanguage } from '../i18n/language-context'
import { Voice } from '../ui/voice'
import type { StaffThread } from './staff-thread'

/** In order, with sender and time; an answer also shows when the person read it. */
export function StaffThreadMessages({ thread }: { thread: StaffThread }) {
  const { t, dates } = useLanguage()
  if (thread.messages.length === 0) return <p>{t('message:staff.noWords', { name: thread.givenName })}</p>
  return (
    <>
      {thread.messages.map(({ id, text, sentAt, from, seenAt }) => (
        <div key={id}>
          <Voice
            kind={from === null ? 'statement' : 'fact'}
            label={`${t('message:wrote', { name: from ?? thread.givenName })} · ${dates.when(sentAt)}`}
          >
            <p dir="auto" lang={from === null ? undefined : 'sv'}>
              {text}
            </p>
          </Voice>
          {from !== null && seenAt ? (
            <p className="muted">{t('message:staff.seen', { when: dates.when(seenAt) })}</p>
          ) : null}
        </div>
      ))}
    </>
  )
}
