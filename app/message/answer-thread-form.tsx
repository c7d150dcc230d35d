import { staffAt } from '../addresses'
import { AttachmentField, type DraftAttachments } from '../attachment/attachment-field'
import { UnsentWords, WordWarnings, type CheckedWords } from '../disclosure/checked-words'
import { useLanguage } from '../i18n/language-context'
import { Disclose } from '../ui/disclose'
import { Button, ButtonLink } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import type { AnswerFault } from './answer-in'
import { answerTemplates } from './answer-templates'
import { longestMessage } from './message-limit'
import type { StaffThread } from './staff-thread'

type AnswerThreadFormProps = {
  attached: DraftAttachments
  thread: StaffThread
  messageId: string
  text: string
  fault: AnswerFault | null
  checked: CheckedWords
  backHref: string
}

export function AnswerThreadForm({
  attached,
  thread,
  messageId,
  text,
  fault,
  checked,
  backHref,
}: AnswerThreadFormProps) {
  const { t } = useLanguage()
  const { givenName: name, messages } = thread
  const error = fault ? faultText(fault) : undefined
  return (
    <OwnForm className="form" data-keep>
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: '#text', text: error }]}
        />
      ) : null}
      <UnsentWords checked={checked} field="text" />
      <input type="hidden" name="message" value={messageId} />
      <input type="hidden" name="last" value={messages.at(-1)?.id ?? ''} />
      <input type="hidden" name="words" value={messages.filter((each) => each.from === null).length} />
      <TextArea
        name="text"
        label={t('message:staff.label', { name })}
        hint={t(thread.kind === 'contactRequest' ? 'message:staff.contactHint' : 'message:staff.hint', {
          name,
        })}
        value={text}
        error={error}
        maxLength={longestMessage}
        rows={5}
        isDraft
      />
      <AttachmentField
        {...attached}
        addTo={staffAt.attachments(thread.id)}
        addressOf={(attachmentId) => staffAt.attachment(thread.id, attachmentId)}
      />
      <WordWarnings {...checked} />
      <p className="muted" role="status" data-kept={t('answer:kept.now')} />
      <div className="actions">
        <Button variant="primary" name="do" value="send">
          {t('message:staff.send')}
        </Button>
        <Button name="do" value="keep">
          {t('answer:keep')}
        </Button>
        <ButtonLink variant="quiet" href={backHref}>
          {t('message:staff.cancel')}
        </ButtonLink>
      </div>
      <Disclose summary={t('answer:template.heading')}>
        <p className="muted">{t('answer:template.hint', { name })}</p>
        <div className="actions">
          {answerTemplates.map((each) => (
            <Button key={each} variant="quiet" name="mall" value={each}>
              {t(`answer:template.${each}.label`)}
            </Button>
          ))}
        </div>
      </Disclose>
    </OwnForm>
  )

  function faultText(wrong: AnswerFault): string {
    switch (wrong.fault) {
      case 'blank':
        return t('answer:fault.blank', { blank: wrong.blank })
      case 'colleague': {
        const from = messages.findLast((each) => each.from !== null && !each.isOwn)?.from ?? ''
        return t('answer:fault.colleague', { name: from })
      }
      case 'newer':
        return t('answer:fault.newer', { name })
      case 'otherWords':
        return t('answer:fault.otherWords')
      default:
        return t(`message:staff.fault.${wrong.fault}`, { ...wrong, most: longestMessage })
    }
  }
}
