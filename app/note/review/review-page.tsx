import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { BackLink } from '../../ui/page/back-link'
import { ErrorSummary } from '../../ui/form/error-summary'
import { PageHeading } from '../../ui/page/layout'
import { Notice } from '../../ui/notice'
import { Swedish } from '../../ui/swedish'
import { TextField } from '../../ui/form/text-field'
import { WorkColumns } from '../../ui/page/work-columns'
import { DraftSteps } from '../draft/draft-steps'
import { CheckList, type CheckRows } from './check-list'
import { ChildTextFields } from './child-text-fields'
import { DifferenceList, DroppedList } from './difference-list'
import { drawnQuery } from './drawn-part'
import { FactFields } from './fact-fields'
import { faultTexts, type ReviewFaultTexts } from './fault-texts'
import type { Review } from './review-of'
import type { Missing } from '../../disclosure/missing'
import { MissingList } from '../../disclosure/missing-list'
import { ReviewedText } from './reviewed-text'
import type { ReviewFault } from './review-faults'
import { ReviewStep, type OpenPart } from './review-step'
import type { ReviewValues } from './review-values'
import { OwnForm } from '../../ui/form/own-form'

type ReviewPageProps = {
  review: Review
  /** As saved, or as typed if it could not be saved. */
  values: ReviewValues
  checks: CheckRows
  missing: readonly Missing[]
  state: 'opened' | 'saved' | 'incomplete' | 'stale' | 'faulty'
  faults: readonly ReviewFault[]
} & OpenPart

export function ReviewPage({ review, values, checks, missing, state, faults, open }: ReviewPageProps) {
  const { t } = useLanguage()
  const errors = faultTexts(faults, t)
  return (
    <>
      <BackLink href={staffAt.case(review.caseId)}>{t('review:back', { name: review.childName })}</BackLink>
      <PageHeading
        title={<Swedish>{review.title}</Swedish>}
        detail={t('review:detail', { name: review.childName })}
      />
      <DraftSteps noteId={review.noteId} current="review" />
      <ReviewState state={state} missing={missing} errors={errors} />
      <ReviewForm
        review={review}
        values={values}
        checks={checks}
        missing={missing}
        errors={errors}
        open={open}
      />
    </>
  )
}

type ReviewStateProps = Pick<ReviewPageProps, 'state' | 'missing'> & { errors: ReviewFaultTexts }

function ReviewState({ state, missing, errors }: ReviewStateProps) {
  const { t } = useLanguage()
  if (state === 'faulty') {
    const list = Object.entries(errors).map(([field, text]) => ({ href: `#${field}`, text }))
    return <ErrorSummary heading={t('ui:errors.heading', { count: list.length })} errors={list} />
  }
  if (state === 'stale') {
    return (
      <Notice tone="warn" heading={t('review:stale.heading')} isRefusal>
        {t('review:stale.text')}
      </Notice>
    )
  }
  if (state === 'incomplete') {
    const heading = t('review:missingHeading', { count: missing.length })
    return <MissingList heading={heading} missing={missing} isRefusal />
  }
  if (state === 'saved') return <Notice tone="done">{t('review:saved', { count: missing.length })}</Notice>
  return null
}

type ReviewFormProps = Pick<ReviewPageProps, 'review' | 'values' | 'checks' | 'missing' | 'open'> & {
  errors: ReviewFaultTexts
}

function ReviewForm({ review, values, checks, missing, errors, open }: ReviewFormProps) {
  const { t } = useLanguage()
  const facts = missing.filter(({ what }) => factKeys.has(what)).length
  return (
    <OwnForm action={`${staffAt.review(review.noteId)}${drawnQuery(values)}`} className="form">
      {/* Enter in a field saves, whatever button stands first. */}
      <button className="sr" type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true">
        {t('review:save')}
      </button>
      <input type="hidden" name="revision" value={review.revision} />
      <input type="hidden" name="mergedTo" value={review.mergedTo} />
      <input type="hidden" name="checksFrom" value={checks.from} />
      <input type="hidden" name="voicesFrom" value={values.voicesFrom} />
      <WorkColumns beside={<ReviewedText review={review} values={values} errors={errors} />}>
        <div className="review-steps">
          <CheckList open={open} rows={checks} checked={values.checked} />
          <DifferenceList open={open} differences={review.differences} recordings={review.recordings} />
          <DroppedList open={open} dropped={review.dropped} />
          <FactFields
            open={open}
            values={values}
            missing={facts}
            errors={errors}
            childName={review.childName}
            isLocked={review.number > 1}
          />
          <ChildTextFields
            open={open}
            values={values}
            errors={errors}
            childName={review.childName}
            isAskedAgain={review.isChildTextAskedAgain}
          />
          <ReadBack open={open} values={values} error={errors['readBackTo']} />
        </div>
      </WorkColumns>
    </OwnForm>
  )
}

const factKeys = new Set(['source', 'participants', 'childPresent', 'childNotHeardReason'])

type ReadBackProps = OpenPart & { values: ReviewValues; error: string | undefined }

function ReadBack({ open, values, error }: ReadBackProps) {
  const { t } = useLanguage()
  return (
    <ReviewStep
      id="upplast"
      open={open}
      heading={t('review:readBack.heading')}
      state={
        values.readBackTo
          ? { tone: 'done', text: t('review:done') }
          : { tone: 'plain', text: t('review:optional') }
      }
    >
      <TextField
        name="readBackTo"
        label={t('review:readBack.label')}
        hint={t('review:readBack.hint')}
        value={values.readBackTo}
        error={error}
        isOptional
      />
    </ReviewStep>
  )
}
