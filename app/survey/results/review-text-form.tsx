import { useLanguage } from '../../i18n/language-context'
import type { TextFault } from '../../text/written-text'
import { Button } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextArea } from '../../ui/form/text-area'
import { masked } from './mark'
import type { TextToReview } from './review-text'

type ReviewTextFormProps = { text: TextToReview; posted: { shown: string; fault: TextFault } | null }

/** Three answers: as it is, as it is written here, or not at all. */
export function ReviewTextForm({ text: { id, words, marks }, posted }: ReviewTextFormProps) {
  const { t } = useLanguage()
  const error = posted ? t(`note:remark.fault.${posted.fault.fault}`, posted.fault) : undefined
  return (
    <OwnForm className="form">
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: '#shown', text: error }]}
        />
      ) : null}
      <input type="hidden" name="text" value={id} />
      <TextArea
        name="shown"
        label={t('results:review.shown')}
        hint={t('results:review.shownHint')}
        value={posted?.shown ?? masked(words, marks)}
        error={error}
        rows={5}
        isOptional
      />
      <div className="actions">
        <Button name="outcome" value="masked" variant="primary">
          {t('results:review.masked')}
        </Button>
        <Button name="outcome" value="released">
          {t('results:review.released')}
        </Button>
        <Button name="outcome" value="dropped" variant="quiet">
          {t('results:review.dropped')}
        </Button>
      </div>
    </OwnForm>
  )
}
