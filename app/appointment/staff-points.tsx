import { UnsentWords, WordWarnings, type CheckedWords } from '../disclosure/checked-words'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { RadioGroup } from '../ui/form/choice-group'
import { FieldError } from '../ui/form/field'
import { OwnForm } from '../ui/form/own-form'
import { TextArea } from '../ui/form/text-area'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { longest } from './limits'
import type { StaffAppointment, StaffPoint } from './staff-appointments'
import type { PostedOutcome } from './words-in'

type PostedPoint = { outcome: PostedOutcome; checked: CheckedWords }
type StaffPointsProps = { appointment: StaffAppointment; posted: PostedPoint | undefined }

/** What the family wants to bring up, and who may hear it; from when the meeting begins, what became of it. */
export function StaffPoints({ appointment: { points, hasBegun }, posted }: StaffPointsProps) {
  const { t } = useLanguage()
  if (points.length === 0) return null
  return (
    <Section heading={t('appointment:staff.points.heading')}>
      {hasBegun ? null : <p className="muted">{t('appointment:staff.points.later')}</p>}
      <ul className="points" role="list">
        {points.map((point) => (
          <li key={point.id}>
            <p>
              <b>{point.name}</b> · {t(`appointment:staff.points.${point.hearers}`)}
            </p>
            <p>
              <bdi>{point.text}</bdi>
            </p>
            {point.outcome ? (
              <p>
                {t(`appointment:outcome.${point.outcome}`)}{' '}
                {point.words ? <Swedish>{point.words}</Swedish> : null}
              </p>
            ) : null}
            {hasBegun ? (
              <OutcomeForm point={point} posted={posted?.outcome.pointId === point.id ? posted : undefined} />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OutcomeForm({ point, posted }: { point: StaffPoint } & Pick<StaffPointsProps, 'posted'>) {
  const { t } = useLanguage()
  const typed = posted?.outcome
  const fault = typed?.fault
  const error = fault
    ? t(`appointment:staff.fault.${fault.fault}`, { ...fault, most: longest.words })
    : undefined
  return (
    <details className="disclose" open={posted !== undefined || point.outcome === null}>
      <summary>{t('appointment:staff.points.outcome')}</summary>
      <OwnForm className="form disclose-body">
        {posted ? <UnsentWords checked={posted.checked} field="words" /> : null}
        <input type="hidden" name="deed" value="point" />
        <input type="hidden" name="point" value={point.id} />
        <FieldError name={`outcome-${point.id}`} error={error} />
        <RadioGroup
          name="outcome"
          id={`outcome-${point.id}`}
          legend={t('appointment:staff.points.outcome')}
          value={(typed ? typed.outcome : point.outcome) ?? undefined}
          options={(['talkedAbout', 'notYet'] as const).map((value) => ({
            value,
            label: t(`appointment:staff.points.${value}`),
          }))}
        />
        <TextArea
          name="words"
          label={t('appointment:staff.points.words')}
          hint={t('appointment:staff.points.wordsHint', { name: point.name })}
          value={(typed ? typed.words : point.words) ?? undefined}
          maxLength={longest.words}
          rows={2}
          isDraft
          isOptional
        />
        {posted ? <WordWarnings {...posted.checked} /> : null}
        <Button>{t('appointment:staff.points.save')}</Button>
      </OwnForm>
    </details>
  )
}
