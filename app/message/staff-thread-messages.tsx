import { staffAt } from '../addresses'
import { AttachmentList } from '../attachment/attachment-list'
import type { Attachment } from '../attachment/list-attachments'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { Voice } from '../ui/voice'
import type { StaffMessage, StaffThread } from './staff-thread'

/** In order, with sender and time, and when and by whom each was read. */
export function StaffThreadMessages({
  thread,
  files,
}: {
  thread: StaffThread
  files: readonly Attachment[]
}) {
  const { t, dates } = useLanguage()
  if (thread.messages.length === 0) return <p>{t('message:staff.noWords', { name: thread.givenName })}</p>
  const newest = thread.messages.findLast(({ waits }) => waits)
  return (
    <>
      {thread.messages.map((message) => (
        <div key={message.id}>
          <Voice
            kind={message.from === null ? 'statement' : 'fact'}
            label={`${t('message:wrote', { name: message.from ?? thread.givenName })} · ${dates.when(message.sentAt)}`}
          >
            <p dir="auto">{message.text}</p>
            <AttachmentList
              files={files.filter(({ messageId }) => messageId === message.id)}
              hrefOf={(attachmentId) => staffAt.attachment(thread.id, attachmentId)}
            />
          </Voice>
          <Receipt message={message} />
          {message === newest ? <NoAnswer message={message} /> : null}
        </div>
      ))}
    </>
  )
}

function Receipt({ message }: { message: StaffMessage }) {
  const { t, dates } = useLanguage()
  const { id, from, isOwn, isHeld, readableFrom, seenAt, seenBy, noAnswerBy } = message
  if (isHeld && isOwn) {
    return (
      <OwnForm className="actions">
        <input type="hidden" name="message" value={id} />
        <p className="muted">{t('answer:held', { time: dates.time(readableFrom) })}</p>
        <Button name="do" value="takeBack">
          {t('answer:takeBack')}
        </Button>
      </OwnForm>
    )
  }
  const lines = [
    isHeld ? t('answer:readableFrom', { time: dates.time(readableFrom) }) : null,
    from !== null && seenAt ? t('message:staff.seen', { when: dates.when(seenAt) }) : null,
    from !== null && !seenAt && !isHeld ? t('answer:notSeen') : null,
    from === null && seenAt && seenBy ? t('answer:seenBy', { name: seenBy, when: dates.when(seenAt) }) : null,
    noAnswerBy ? t('answer:noAnswer.said', { name: noAnswerBy }) : null,
  ].filter(Boolean)
  return lines.length > 0 ? <p className="muted">{lines.join(' · ')}</p> : null
}

function NoAnswer({ message }: { message: StaffMessage }) {
  const { t } = useLanguage()
  return (
    <OwnForm className="actions">
      <input type="hidden" name="message" value={message.id} />
      <Button variant="quiet" name="do" value="noAnswer">
        {t('answer:noAnswer.button')}
      </Button>
    </OwnForm>
  )
}
