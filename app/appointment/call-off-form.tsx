import { UnsentWords, WordWarnings, type CheckedWords } from '../disclosure/checked-words'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import { longest } from './limits'

export type PostedReason = {
  text: string
  fault: { fault: 'empty' | 'changed' } | { fault: 'tooLong'; typed: number } | null
}

type CallOffFormProps = {
  version: number
  posted: { reason: PostedReason; checked: CheckedWords } | undefined
}

export function CallOffForm({ version, posted }: CallOffFormProps) {
  const { t } = useLanguage()
  const fault = posted?.reason.fault
  return (
    <details className="disclose" open={posted !== undefined}>
      <summary>{t('appointment:staff.cancel.open')}</summary>
      <OwnForm className="form disclose-body">
        {posted ? <UnsentWords checked={posted.checked} field="reason" /> : null}
        <input type="hidden" name="deed" value="cancel" />
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="reason"
          label={t('appointment:staff.cancel.label')}
          hint={t('appointment:staff.cancel.hint')}
          value={posted?.reason.text}
          error={
            fault
              ? t(`appointment:staff.fault.${fault.fault}`, { ...fault, most: longest.reason })
              : undefined
          }
          maxLength={longest.reason}
          rows={2}
          isDraft
        />
        {posted ? <WordWarnings {...posted.checked} /> : null}
        <Button>{t('appointment:staff.cancel.send')}</Button>
      </OwnForm>
    </details>
  )
}

/** That they met, from when it has begun. */
export function HoldForm({ version }: { version: number }) {
  const { t } = useLanguage()
  return (
    <OwnForm>
      <input type="hidden" name="deed" value="hold" />
      <input type="hidden" name="version" value={version} />
      <Button variant="primary">{t('appointment:staff.hold')}</Button>
    </OwnForm>
  )
}
