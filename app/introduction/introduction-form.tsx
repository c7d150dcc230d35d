import { mostUploadBytes } from '../document/upload/upload-limit'
import { fileSize } from '../i18n/file-size'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { FieldFrame } from '../ui/form/field'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import { TextField } from '../ui/form/text-field'
import {
  mostCharacters,
  pictureField,
  type IntroductionFault,
  type IntroductionValues,
} from './introduction-in'

type IntroductionFormProps = {
  values: IntroductionValues
  faults: readonly IntroductionFault[]
  hasPicture: boolean
}

export function IntroductionForm({ values, faults, hasPicture }: IntroductionFormProps) {
  const { t, language } = useLanguage()
  // As people count: 20 MB, not 21.
  const size = fileSize((mostUploadBytes / 1024 / 1024) * 1_000_000, language)
  const errors = faults.map((fault) => ({ href: `#${fault.field}`, text: saidOf(fault) }))
  const errorAt = (field: IntroductionFault['field']) => errors.find(({ href }) => href === `#${field}`)?.text
  return (
    <OwnForm className="form" encType="multipart/form-data">
      <ErrorSummary heading={t('ui:errors.heading', { count: errors.length })} errors={errors} />
      <TextArea
        name="text"
        label={t('introduction:text.label')}
        hint={t('introduction:text.hint')}
        value={values.text}
        error={errorAt('text')}
        maxLength={mostCharacters.text}
        rows={4}
        isOptional
      />
      <TextField
        name="pictureText"
        label={t('introduction:pictureText.label')}
        hint={t('introduction:pictureText.hint')}
        value={values.pictureText}
        error={errorAt('pictureText')}
        maxLength={mostCharacters.pictureText}
        isOptional={!hasPicture}
      />
      {/* Last: what stands before a file has arrived when the file begins. */}
      <FieldFrame
        name={pictureField}
        label={t(hasPicture ? 'introduction:picture.another' : 'introduction:picture.label')}
        hint={t('introduction:picture.hint', { size })}
        error={errorAt(pictureField)}
        isOptional
      >
        {(describedBy) => (
          // Without HEIC in the list an iPhone sends its pictures as JPEG.
          <input
            className="input file-input"
            id={pictureField}
            name={pictureField}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            aria-describedby={describedBy}
            aria-invalid={errorAt(pictureField) ? true : undefined}
          />
        )}
      </FieldFrame>
      <div className="actions">
        <Button variant="primary">{t('introduction:save')}</Button>
      </div>
    </OwnForm>
  )

  function saidOf({ field, fault }: IntroductionFault): string {
    if (field !== pictureField) return t(`introduction:fault.${field}.${fault}`)
    if (fault === 'again' || fault === 'kind') return t(`introduction:fault.picture.${fault}`)
    return t(`attachment:refused.${fault}`, { size })
  }
}
