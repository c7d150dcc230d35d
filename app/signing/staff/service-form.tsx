import { serviceMethods } from '../../../db/closed-lists'
import { useLanguage } from '../../i18n/language-context'
import { Button, ButtonLink } from '../../ui/form/button'
import { RadioGroup } from '../../ui/form/choice-group'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextField } from '../../ui/form/text-field'

export type ServiceFault = 'how' | 'day'

type ServiceFormProps = {
  posted: { how: string; servedOn: string; faults: readonly ServiceFault[] } | undefined
  /** 'YYYY-MM-DD' */
  today: string
  backHref: string
}

/** How and when somebody received the decision in another way (delgivningslagen 2010:1932 2 §). */
export function ServiceForm({ posted, today, backHref }: ServiceFormProps) {
  const { t } = useLanguage()
  const faults = posted?.faults ?? []
  const errorOf = (fault: ServiceFault) =>
    faults.includes(fault) ? t(`signing:staff.serve.fault.${fault}`) : undefined
  return (
    <OwnForm className="form">
      <ErrorSummary
        heading={t('ui:errors.heading', { count: faults.length })}
        errors={faults.map((fault) => ({ href: `#${fault}`, text: t(`signing:staff.serve.fault.${fault}`) }))}
      />
      <RadioGroup
        name="how"
        legend={t('signing:staff.serve.how')}
        value={posted?.how}
        error={errorOf('how')}
        options={serviceMethods.map((method) => ({ value: method, label: t(`signing:staff.how.${method}`) }))}
      />
      <TextField
        name="day"
        type="date"
        label={t('signing:staff.serve.day')}
        value={posted?.servedOn ?? today}
        error={errorOf('day')}
      />
      <div className="actions">
        <Button variant="primary">{t('signing:staff.serve.button')}</Button>
        <ButtonLink variant="quiet" href={backHref}>
          {t('signing:staff.serve.cancel')}
        </ButtonLink>
      </div>
    </OwnForm>
  )
}
