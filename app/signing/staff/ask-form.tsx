import { useLanguage } from '../../i18n/language-context'
import { fullName } from '../../person/full-name'
import { Button, ButtonLink } from '../../ui/form/button'
import { RadioGroup } from '../../ui/form/choice-group'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextField } from '../../ui/form/text-field'
import { Section } from '../../ui/page/layout'
import { ActMeaning } from './act-meaning'
import type { Askable, AskFault } from './ask-to-sign'

type AskFormProps = {
  askable: readonly Askable[]
  posted: { whom: string; answerOn: string; faults: readonly AskFault[] } | undefined
  /** Whom the person is told to talk to. */
  caseworker: string
  backHref: string
}

/** Who is asked, in which meaning, and until when. */
export function AskForm({ askable, posted, caseworker, backHref }: AskFormProps) {
  const { t, dates } = useLanguage()
  const faults = posted?.faults ?? []
  const errorOf = (fault: AskFault) =>
    faults.includes(fault) ? t(`signing:staff.ask.fault.${fault}`) : undefined
  const acts = [...new Set(askable.map(({ act }) => act))]
  return (
    <>
      <OwnForm className="form">
        <ErrorSummary
          heading={t('ui:errors.heading', { count: faults.length })}
          errors={faults.map((fault) => ({ href: `#${fault}`, text: t(`signing:staff.ask.fault.${fault}`) }))}
        />
        <RadioGroup
          name="whom"
          legend={t('signing:staff.ask.whom')}
          value={posted?.whom}
          error={errorOf('whom')}
          options={askable.map(({ personId, givenName, familyName, act, until }) => ({
            value: `${personId} ${act}`,
            label: `${fullName(givenName, familyName)} · ${t(`signing:staff.act.${act}`)}`,
            hint: until ? t('signing:staff.ask.until', { date: dates.day(until) }) : undefined,
          }))}
        />
        <TextField
          name="day"
          type="date"
          label={t('signing:staff.ask.day')}
          hint={t('signing:staff.ask.dayHint')}
          value={posted?.answerOn}
          error={errorOf('day')}
        />
        <div className="actions">
          <Button variant="primary">{t('signing:staff.ask.button')}</Button>
          <ButtonLink variant="quiet" href={backHref}>
            {t('signing:staff.serve.cancel')}
          </ButtonLink>
        </div>
      </OwnForm>
      {acts.map((act) => (
        <Section key={act} heading={t('signing:staff.ask.told', { act: t(`signing:staff.act.${act}`) })}>
          <ActMeaning act={act} name={caseworker} />
        </Section>
      ))}
    </>
  )
}
