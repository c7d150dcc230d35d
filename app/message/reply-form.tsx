import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import { longestMessage } from './message-limit'
import { writeFaultText } from './write-fault'
import { WritingButtons } from './writing-buttons'
import type { WriteFault } from './written-in'

type ReplyFormProps = {
  caseId: string
  threadId: string
  messageId: string
  text: string
  savedAt: string | Date | null
  fault: WriteFault | null
}

export function ReplyForm({ caseId, threadId, messageId, text, savedAt, fault }: ReplyFormProps) {
  const { t } = useLanguage()
  const error = fault ? writeFaultText(fault, t).text : undefined
  return (
    <OwnForm className="form" action={personAt.thread(caseId, threadId)}>
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: '#text', text: error }]}
        />
      ) : null}
      <input type="hidden" name="message" value={messageId} />
      <input type="hidden" name="thread" value={threadId} />
      <TextArea
        name="text"
        label={t('message:reply.text')}
        value={text}
        error={error}
        maxLength={longestMessage}
        rows={5}
        isDraft
      />
      <WritingButtons caseId={caseId} send={t('message:reply.send')} savedAt={savedAt} />
    </OwnForm>
  )
}
