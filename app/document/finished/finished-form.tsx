import { documentTypes } from '../../../db/closed-lists'
import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { FieldFrame } from '../../ui/form/field'
import { OwnForm } from '../../ui/form/own-form'
import { Select } from '../../ui/form/select'
import { TextArea } from '../../ui/form/text-area'
import { TextField } from '../../ui/form/text-field'
import { contentLanguages } from '../content/content-languages'
import { contentLimits } from '../content/limits'
import type { FinishedFault, FinishedValues } from './finished-in'
import type { FileRefusal } from './look-at-file'

export const fileField = 'file'

type FinishedFormProps = {
  documentId: string
  values: FinishedValues
  faults: readonly FinishedFault[]
  refused: FileRefusal | null
}

/** The file comes last, so that what is written beside it has arrived before it. */
export function FinishedForm({ documentId, values, faults, refused }: FinishedFormProps) {
  const { t } = useLanguage()
  const saidOf = (field: keyof FinishedValues) => {
    const found = faults.find((each) => each.field === field)
    if (field === 'text' && refused === 'untagged') return t('document:upload.untagged')
    if (!found) return undefined
    const isOwn = found.fault === 'type' || found.fault === 'day' || found.fault === 'language'
    return isOwn ? t(`document:finished.fault.${found.fault}`) : t(`document:fault.${found.fault}`)
  }
  const fileSaid =
    refused === 'missing'
      ? t('document:finished.fault.file')
      : refused && refused !== 'untagged'
        ? t(`document:upload.refused.${refused}`)
        : undefined
  const errors = [
    ...(['title', 'type', 'day', 'language', 'text'] as const).flatMap((field) => {
      const text = saidOf(field)
      return text ? [{ href: `#${field}`, text }] : []
    }),
    ...(fileSaid ? [{ href: `#${fileField}`, text: fileSaid }] : []),
  ]
  return (
    <OwnForm encType="multipart/form-data" className="form">
      <ErrorSummary heading={t('ui:errors.heading', { count: errors.length })} errors={errors} />
      <input type="hidden" name="documentId" value={documentId} />
      <TextField
        name="title"
        label={t('document:finished.name')}
        value={values.title}
        maxLength={contentLimits.title}
        error={saidOf('title')}
      />
      <Select
        name="type"
        label={t('document:finished.type')}
        value={values.type}
        error={saidOf('type')}
        options={documentTypes.map((value) => ({ value, label: t(`document:type.${value}`) }))}
      />
      <TextField
        name="day"
        type="date"
        label={t('document:finished.day')}
        value={values.day}
        error={saidOf('day')}
        isShort
      />
      <Select
        name="language"
        label={t('document:finished.language')}
        value={values.language}
        error={saidOf('language')}
        options={contentLanguages.map((value) => ({
          value,
          label: t(`document:finished.languages.${value}`),
        }))}
      />
      <TextArea
        name="text"
        label={t('document:finished.text')}
        hint={t('document:finished.textHint')}
        value={values.text}
        error={saidOf('text')}
        rows={12}
        isOptional
      />
      <FieldFrame
        name={fileField}
        label={t('document:finished.file')}
        hint={t(errors.length > 0 ? 'document:finished.again' : 'document:finished.fileHint')}
        error={fileSaid}
      >
        {(describedBy) => (
          <input
            className="input file-input"
            id={fileField}
            name={fileField}
            type="file"
            accept="application/pdf,.pdf"
            aria-describedby={describedBy}
            aria-invalid={fileSaid ? true : undefined}
          />
        )}
      </FieldFrame>
      <div className="actions">
        <Button variant="primary">{t('document:finished.send')}</Button>
      </div>
    </OwnForm>
  )
}
