import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import type { SignatureRequest } from '../request/signature-request'

type WithdrawConsentFormProps = { request: SignatureRequest; caseworker: string }

/** A consent can be taken back as easily as it was given. */
export function WithdrawConsentForm({ request, caseworker }: WithdrawConsentFormProps) {
  const { t } = useLanguage()
  return (
    <details className="disclose">
      <summary>{t('signing:withdraw.summary')}</summary>
      <OwnForm className="form disclose-body">
        <input type="hidden" name="request" value={request.id} />
        <input type="hidden" name="step" value="withdraw" />
        <p>{t('signing:withdraw.text', { name: caseworker })}</p>
        <div className="actions">
          <Button>{t('signing:withdraw.button')}</Button>
        </div>
      </OwnForm>
    </details>
  )
}
