import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import type { TextFault } from '../text/written-text'
import { longestMessage } from './message-limit'

type AnswerThreadFormProps = {
  name: string
  messageId: string
  backHref: string
  posted: { text: string; fault: TextFault } | undefined
}

export function AnswerThreadForm({ name, messageId, backHref, posted }: AnswerThreadFormProps) {
  const { t } = useLanguage()
  const error = posted
    ? t(`message:staff.fault.${posted.fault.fault}`, { ...posted.fault, most: longestMessage })
    : undefined
  return (
    <OwnForm className="form">
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: '#text', text: error }]}
        />
      ) : null}
      <input type="hidden" name="message" value={messageId} />
      <TextArea
        name="text"
        label={t('message:staff.label', { name })}
        hint={t('message:staff.hint', { name })}
        value={posted?.text}
        error={error}
        maxLength={longestMessage}
        rows={5}
        isDraft
      />
      <div className="actions">
        <Button variant="primary">{t('message:staff.send')}</Button>
        <ButtonLink variant="quiet" href={backHref}>
          {t('message:staff.cancel')}
        </ButtonLink>
      </div>
    </OwnForm>
  )
}
