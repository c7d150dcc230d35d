import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { TextArea } from '../ui/form/text-area'
import type { TextFault } from '../text/written-text'
import { UnsentWords, WordWarnings, type CheckedWords } from '../disclosure/checked-words'
import { longestRemark } from './remark-limit'
import { OwnForm } from '../ui/form/own-form'

type AnswerRemarkFormProps = {
  name: string
  backHref: string
  posted: (CheckedWords & { text: string; fault: TextFault | null }) | undefined
}

/** An answer is sent once and cannot be changed. */
export function AnswerRemarkForm({ name, backHref, posted }: AnswerRemarkFormProps) {
  const { t } = useLanguage()
  const fault = posted?.fault
  const error = fault ? t(`note:remark.fault.${fault.fault}`, fault) : undefined
  return (
    <OwnForm className="form">
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: '#text', text: error }]}
        />
      ) : null}
      {posted ? <UnsentWords checked={posted} field="text" /> : null}
      <TextArea
        name="text"
        label={t('staff:remark.label', { name })}
        hint={t('staff:remark.hint', { name })}
        value={posted?.text}
        error={error}
        maxLength={longestRemark}
        rows={6}
        isDraft
      />
      {posted ? <WordWarnings {...posted} /> : null}
      <div className="actions">
        <Button variant="primary">{t('staff:remark.send')}</Button>
        <ButtonLink variant="quiet" href={backHref}>
          {t('staff:remark.cancel')}
        </ButtonLink>
      </div>
    </OwnForm>
  )
}
