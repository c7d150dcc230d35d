import { personAt } from '../addresses'
import { AttachmentField, type DraftAttachments } from '../attachment/attachment-field'
import { useLanguage } from '../i18n/language-context'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import { TextField } from '../ui/form/text-field'
import type { Written } from './message-draft'
import { longestMessage } from './message-limit'
import { writeFaultText } from './write-fault'
import { WritingButtons } from './writing-buttons'
import { longestSubject } from './question-subject'
import type { WriteFault } from './written-in'

type QuestionFormProps = {
  caseId: string
  written: Omit<Written, 'threadId'>
  savedAt: string | Date | null
  fault: WriteFault | null
  attached: DraftAttachments
}

export function QuestionForm({ caseId, written, savedAt, fault, attached }: QuestionFormProps) {
  const { t } = useLanguage()
  const { messageId, noteId, documentId, paragraph, subject, text } = written
  const told = fault ? writeFaultText(fault, t) : undefined
  const errorAt = (field: 'subject' | 'text') => (told?.field === field ? told.text : undefined)
  return (
    <OwnForm className="form" action={personAt.newQuestion(caseId)}>
      {told ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: `#${told.field}`, text: told.text }]}
        />
      ) : null}
      {/* What Enter in the subject presses: the first button of a form. */}
      <button className="sr" tabIndex={-1} aria-hidden="true">
        {t('message:new.send')}
      </button>
      <input type="hidden" name="message" value={messageId} />
      {noteId ? <input type="hidden" name="note" value={noteId} /> : null}
      {documentId ? <input type="hidden" name="document" value={documentId} /> : null}
      {paragraph ? <input type="hidden" name="paragraph" value={paragraph} /> : null}
      <TextArea
        name="text"
        label={t('message:new.text')}
        hint={t('message:new.hint')}
        value={text}
        error={errorAt('text')}
        maxLength={longestMessage}
        rows={7}
        isDraft
      />
      <TextField
        name="subject"
        label={t('message:new.subject')}
        hint={t('message:new.subjectHint')}
        value={subject}
        error={errorAt('subject')}
        maxLength={longestSubject}
        dir="auto"
        isOptional
      />
      <AttachmentField
        {...attached}
        addTo={personAt.attachments(caseId)}
        addressOf={(attachmentId) => personAt.draftAttachment(caseId, attachmentId)}
      />
      <WritingButtons caseId={caseId} send={t('message:new.send')} savedAt={savedAt} />
    </OwnForm>
  )
}
