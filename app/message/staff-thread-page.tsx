import { staffAt } from '../addresses'
import type { DraftAttachments } from '../attachment/attachment-field'
import type { Attachment } from '../attachment/list-attachments'
import type { CheckedWords } from '../disclosure/checked-words'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { Notice } from '../ui/notice'
import { BackLink } from '../ui/page/back-link'
import { PageHeading } from '../ui/page/layout'
import type { AnswerFault } from './answer-in'
import { AnswerThreadForm } from './answer-thread-form'
import type { StaffThread } from './staff-thread'
import { StaffThreadClock } from './staff-thread-clock'
import { StaffThreadMessages } from './staff-thread-messages'
import type { ThreadOutcome } from './thread-outcome'

export type PostedAnswer = CheckedWords & { text: string; messageId: string; fault: AnswerFault | null }

type StaffThreadPageProps = {
  thread: StaffThread
  text: string
  messageId: string
  noteId: string
  outcome: ThreadOutcome | null
  posted: PostedAnswer | undefined
  /** Of all messages. */
  sentFiles: readonly Attachment[]
  attached: DraftAttachments
  /** Address of what keeps the answer while it is typed. */
  script: string
}

export function StaffThreadPage({
  thread,
  noteId,
  outcome,
  posted,
  script,
  sentFiles,
  attached,
  ...fresh
}: StaffThreadPageProps) {
  const { t, dates } = useLanguage()
  const { kind, subject, personName, givenName, aboutChild, startedAt } = thread
  const backHref = staffAt.case(thread.caseId)
  const isAnswered = thread.messages.some(({ from, isHeld }) => from !== null && !isHeld)
  return (
    <>
      <BackLink href={backHref}>{t('staff:case.title')}</BackLink>
      <PageHeading
        title={
          kind === 'contactRequest' ? (
            t('message:staff.wantsContact', { name: personName })
          ) : (
            <bdi>{subject}</bdi>
          )
        }
        detail={[kind === 'contactRequest' ? null : personName, aboutChild, dates.when(startedAt)]
          .filter(Boolean)
          .join(' · ')}
      />
      {outcome && !posted ? (
        <Notice tone={outcome === 'for-sent' || outcome === 'nytt-meddelande' ? 'warn' : 'done'}>
          {t(`answer:outcome.${outcome}`, { name: givenName })}
        </Notice>
      ) : null}
      <StaffThreadClock thread={thread} />
      <StaffThreadMessages thread={thread} files={sentFiles} />
      <AnswerThreadForm
        attached={attached}
        thread={thread}
        messageId={posted?.messageId ?? fresh.messageId}
        text={posted?.text ?? fresh.text}
        fault={posted?.fault ?? null}
        checked={posted ?? { looked: [], seen: [] }}
        backHref={backHref}
      />
      {isAnswered ? (
        <OwnForm className="actions">
          <input type="hidden" name="noteId" value={noteId} />
          <Button name="do" value="note">
            {t('answer:note.button')}
          </Button>
          <p className="muted">{t('answer:note.hint')}</p>
        </OwnForm>
      ) : null}
      <script type="module" src={script} />
    </>
  )
}
