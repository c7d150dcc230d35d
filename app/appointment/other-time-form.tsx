import { personAt } from '../addresses'
import { DiscardDraft, DraftParts, type ShownDraft } from '../draft/draft-parts'
import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import { longest } from './limits'
import type { PostedWords } from './words-in'

type OtherTimeFormProps = {
  caseId: string
  appointmentId: string
  name: string
  draft: ShownDraft
  text: string
  fault: PostedWords['fault']
}

export function OtherTimeForm({ caseId, appointmentId, name, draft, text, fault }: OtherTimeFormProps) {
  const { t } = useLanguage()
  const error = fault
    ? t(`appointment:fault.request.${fault.fault}`, { ...fault, name, most: longest.request })
    : undefined
  return (
    <OwnForm className="form">
      <ErrorSummary
        heading={t('ui:errors.heading', { count: 1 })}
        errors={error ? [{ href: '#text', text: error }] : []}
      />
      <input type="hidden" name="request" value={draft.id} />
      <TextArea
        name="text"
        label={t('appointment:request.label')}
        hint={t('appointment:request.hint')}
        value={text}
        error={error}
        maxLength={longest.request}
        rows={4}
        isDraft
      />
      <DraftParts {...draft} />
      <div className="actions">
        <Button variant="primary">{t('appointment:request.send')}</Button>
        <ButtonLink variant="quiet" href={personAt.appointment(caseId, appointmentId)}>
          {t('appointment:request.cancel')}
        </ButtonLink>
        <DiscardDraft {...draft} />
      </div>
    </OwnForm>
  )
}
