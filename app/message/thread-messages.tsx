import { AttachmentList } from '../attachment/attachment-list'
import type { Attachment } from '../attachment/list-attachments'
import { useLanguage } from '../i18n/language-context'
import { Voice } from '../ui/voice'
import type { ThreadMessage } from './read-thread'

/** In order, with sender and time; the reader's own also show when they were read. */
export function ThreadMessages({
  messages,
  caseworker,
  files,
  fileAt,
}: {
  messages: readonly ThreadMessage[]
  caseworker: string
  /** Of all messages. */
  files: readonly Attachment[]
  fileAt: (attachmentId: string) => string
}) {
  const { t, dates } = useLanguage()
  return (
    <>
      {messages.map(({ id, text, sentAt, isMine, from, seenAt }) => (
        <div key={id}>
          <Voice
            kind={isMine ? 'statement' : 'fact'}
            label={`${isMine ? t('message:youWrote') : t('message:wrote', { name: from ?? caseworker })} · ${dates.when(sentAt)}`}
          >
            <p dir="auto" lang={isMine ? undefined : 'sv'}>
              {text}
            </p>
            <AttachmentList files={files.filter(({ messageId }) => messageId === id)} hrefOf={fileAt} />
          </Voice>
          {isMine && seenAt ? (
            <p className="muted">{t('message:seen', { when: dates.when(seenAt) })}</p>
          ) : null}
        </div>
      ))}
    </>
  )
}
