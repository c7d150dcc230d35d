import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import { longest } from './limits'

export type PostedReason = {
  text: string
  fault: { fault: 'empty' | 'changed' } | { fault: 'tooLong'; typed: number }
}

type CallOffFormProps = { version: number; posted: PostedReason | undefined }

export function CallOffForm({ version, posted }: CallOffFormProps) {
  const { t } = useLanguage()
  const fault = posted?.fault
  return (
    <details className="disclose" open={posted !== undefined}>
      <summary>{t('appointment:staff.cancel.open')}</summary>
      <OwnForm className="form disclose-body">
        <input type="hidden" name="deed" value="cancel" />
        <input type="hidden" name="seen" value={version} />
        <TextArea
          name="reason"
          label={t('appointment:staff.cancel.label')}
          hint={t('appointment:staff.cancel.hint')}
          value={posted?.text}
          error={
            fault
              ? t(`appointment:staff.fault.${fault.fault}`, { ...fault, most: longest.reason })
              : undefined
          }
          maxLength={longest.reason}
          rows={2}
          isDraft
        />
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
      <input type="hidden" name="seen" value={version} />
      <Button variant="primary">{t('appointment:staff.hold')}</Button>
    </OwnForm>
  )
}
