import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { RadioGroup } from '../../ui/form/choice-group'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { documentTemplates } from '../../../db/closed-lists'

type NewDocumentFormProps = { documentId: string; isUnchosen: boolean }

export function NewDocumentForm({ documentId, isUnchosen }: NewDocumentFormProps) {
  const { t } = useLanguage()
  const error = isUnchosen ? t('write:new.none') : undefined
  return (
    <OwnForm className="form">
      <ErrorSummary
        heading={t('ui:errors.heading', { count: 1 })}
        errors={error ? [{ href: '#template', text: error }] : []}
      />
      <input type="hidden" name="documentId" value={documentId} />
      <RadioGroup
        name="template"
        legend={t('write:new.template')}
        error={error}
        options={documentTemplates.map((value) => ({
          value,
          label: t(`write:template.${value}.name`),
          hint: t(`write:template.${value}.for`),
        }))}
      />
      <div className="actions">
        <Button variant="primary">{t('write:new.begin')}</Button>
      </div>
    </OwnForm>
  )
}
