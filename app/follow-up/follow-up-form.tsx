import { followUpOutcomes } from '../../db/closed-lists'
import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ChipLink, Chips } from '../ui/chip'
import { Button, ButtonLink } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { Select } from '../ui/form/select'
import { TextArea } from '../ui/form/text-area'
import { TextField } from '../ui/form/text-field'
import { Section } from '../ui/page/layout'
import { errorsOf } from './fault-texts'
import type { FollowUpCase } from './find-follow-up-case'
import { notPlanned, slugOf } from './fields'
import type { FollowUpFault, FollowUpValues } from './follow-up-in'
import { HeldFields } from './held-fields'
import { longest } from './limits'

export type FollowUpFormProps = {
  found: FollowUpCase
  values: FollowUpValues
  faults: readonly FollowUpFault[]
}

/** One of three short forms: it was held, was moved to another day, or was not held. */
export function FollowUpForm({ found, values, faults }: FollowUpFormProps) {
  const { t, dates } = useLanguage()
  const { outcome, texts } = values
  const errors = errorsOf(faults, t)
  const planned = found.planned.map(({ id, plannedOn }) => ({
    value: id,
    label: dates.day(plannedOn),
  }))
  const unplanned = outcome === 'held' ? [{ value: notPlanned, label: t('followup:which.notPlanned') }] : []
  const links = <OutcomeLinks caseId={found.id} outcome={outcome} />
  if (planned.length + unplanned.length === 0) {
    return (
      <>
        {links}
        <p>{t('followup:which.none')}</p>
      </>
    )
  }
  return (
    <>
      {links}
      <OwnForm className="form">
        <ErrorSummary
          heading={t('ui:errors.heading', { count: faults.length })}
          errors={Object.entries(errors).map(([field, text]) => ({ href: `#${field}`, text }))}
        />
        <input type="hidden" name="formKey" value={values.formKey} />
        <input type="hidden" name="outcome" value={outcome} />
        <Select
          name="which"
          label={t('followup:which.label')}
          value={values.which}
          error={errors['which']}
          options={[...planned, ...unplanned]}
        />
        {outcome === 'held' ? (
          <>
            <TextField
              name="day"
              type="date"
              label={t('followup:day')}
              value={values.day}
              error={errors['day']}
              isShort
            />
            <HeldFields found={found} values={values} errors={errors} />
          </>
        ) : (
          <TextArea
            name="reason"
            label={t(`followup:reason.${outcome}`)}
            value={texts['reason']}
            error={errors['reason']}
            maxLength={longest.reason}
            rows={3}
            isDraft
          />
        )}
        {found.closedOn ? null : <NextFields values={values} errors={errors} />}
        <div className="actions">
          <Button variant="primary">{t('followup:save')}</Button>
          <ButtonLink variant="quiet" href={staffAt.case(found.id)}>
            {t('followup:cancel')}
          </ButtonLink>
        </div>
      </OwnForm>
    </>
  )
}

function OutcomeLinks({ caseId, outcome }: { caseId: string } & Pick<FollowUpValues, 'outcome'>) {
  const { t } = useLanguage()
  return (
    <nav aria-label={t('followup:outcome.label')}>
      <Chips>
        {followUpOutcomes.map((each) => (
          <ChipLink
            key={each}
            href={staffAt.recordFollowUpAs(caseId, slugOf[each])}
            current={each === outcome}
          >
            {t(`followup:outcome.${each}`)}
          </ChipLink>
        ))}
      </Chips>
    </nav>
  )
}

type NextFieldsProps = Pick<FollowUpFormProps, 'values'> & { errors: Record<string, string> }

function NextFields({ values: { outcome, texts }, errors }: NextFieldsProps) {
  const { t } = useLanguage()
  const isOptional = outcome !== 'moved'
  return (
    <Section heading={t(isOptional ? 'followup:next.heading' : 'followup:next.moved')}>
      <p className="field-hint">{t('followup:next.hint')}</p>
      <div className="field-row">
        <TextField
          name="nextDay"
          type="date"
          label={t('followup:next.day')}
          value={texts['nextDay']}
          error={errors['nextDay']}
          isShort
          isOptional={isOptional}
        />
        <TextField
          name="nextTime"
          type="time"
          label={t('followup:next.time')}
          value={texts['nextTime']}
          isShort
          isOptional
        />
      </div>
      <TextField
        name="place"
        label={t('followup:next.place')}
        value={texts['place']}
        error={errors['place']}
        maxLength={longest.place}
        isOptional
      />
    </Section>
  )
}
