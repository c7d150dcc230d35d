import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import type { StaffRequest } from './list-requests'
import { asksForNote } from './request-list'

/** What staff can do with a request: take back the question, or say that its answer has been seen. */
export function RequestDeeds({ one }: { one: StaffRequest }) {
  const { t } = useLanguage()
  const canCancel = one.act !== 'receipt' && (one.state === 'asked' || one.state === 'declined')
  return (
    <>
      {asksForNote(one) ? (
        <OneDeed step="note" text={t('signing:staff.request.noteText')}>
          {t('signing:staff.request.note')}
        </OneDeed>
      ) : null}
      {canCancel ? (
        <OneDeed
          step="cancel"
          text={t(one.act === 'decision' ? 'decision:cancelText' : 'signing:staff.request.cancelText')}
        >
          {t('signing:staff.request.cancel')}
        </OneDeed>
      ) : null}
    </>
  )
}

type OneDeedProps = { step: 'note' | 'cancel'; text: string; children: string }

function OneDeed({ step, text, children }: OneDeedProps) {
  return (
    <OwnForm className="form">
      <input type="hidden" name="step" value={step} />
      <p className="muted">{text}</p>
      <div className="actions">
        <Button>{children}</Button>
      </div>
    </OwnForm>
  )
}
