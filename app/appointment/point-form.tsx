import { personAt } from '../addresses'
import { DiscardDraft, DraftParts } from '../draft/draft-parts'
import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { RadioGroup } from '../ui/form/choice-group'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import { longest } from './limits'
import type { OwnAppointment } from './own-appointments'
import { pointDraft, type BegunPoint } from './point-draft'
import type { PostedPoint } from './words-in'

type PointFormProps = {
  appointment: OwnAppointment
  name: string
  begun: BegunPoint
  posted: PostedPoint | undefined
}

/** One thing at a time, and who may hear it: nothing is chosen before. */
export function PointForm({ appointment, name, begun, posted }: PointFormProps) {
  const { t } = useLanguage()
  const { id, caseId, isOwn, points } = appointment
  const pointId = posted?.id ?? begun.id
  const point = points.find((each) => each.id === pointId)
  const draft = { of: pointDraft(appointment), id: pointId, savedAt: posted ? null : begun.savedAt }
  const fault = posted?.fault
  const error = fault
    ? t(`appointment:fault.point.${fault.fault}`, { ...fault, name, most: longest.point })
    : undefined
  const at = fault?.fault === 'hearers' ? 'hearers' : 'text'
  const label = points.length > 0 && !point ? t('appointment:points.more') : t('appointment:points.label')
  // A guardian has no guardian there.
  const hearers = isOwn
    ? (['everyone', 'caseworkerOnly', 'notWhenGuardianThere'] as const)
    : (['everyone', 'caseworkerOnly'] as const)
  return (
    <OwnForm className="form" action={personAt.appointment(caseId, id)}>
      <ErrorSummary
        heading={t('ui:errors.heading', { count: 1 })}
        errors={error ? [{ href: `#${at}`, text: error }] : []}
      />
      <input type="hidden" name="point" value={pointId} />
      <TextArea
        name="text"
        label={label}
        value={posted?.text ?? begun.text}
        error={at === 'text' ? error : undefined}
        maxLength={longest.point}
        rows={3}
        isDraft
      />
      <RadioGroup
        name="hearers"
        legend={t('appointment:points.hearers')}
        value={(posted ? posted.hearers : point?.hearers) ?? undefined}
        error={at === 'hearers' ? error : undefined}
        options={hearers.map((value) => ({
          value,
          label: t(`appointment:points.${value}`, { name }),
          hint: value === 'caseworkerOnly' ? t('appointment:points.onlyHint', { name }) : undefined,
        }))}
      />
      <DraftParts {...draft} />
      <div className="actions">
        <Button variant="primary">{t('appointment:points.save')}</Button>
        <DiscardDraft {...draft} />
        {point ? (
          <>
            <Button name="deed" value="remove">
              {t('appointment:points.remove')}
            </Button>
            <ButtonLink variant="quiet" href={personAt.appointment(caseId, id)}>
              {t('appointment:points.cancel')}
            </ButtonLink>
          </>
        ) : null}
      </div>
    </OwnForm>
  )
}
