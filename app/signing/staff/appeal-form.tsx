import { appealSenders, appealWays } from '../../../db/closed-lists'
import { useLanguage } from '../../i18n/language-context'
import { Button, ButtonLink } from '../../ui/form/button'
import { RadioGroup } from '../../ui/form/choice-group'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextField } from '../../ui/form/text-field'

export type AppealFault = 'sender' | 'way' | 'day'

type AppealFormProps = {
  posted: { sender: string; way: string; day: string; faults: readonly AppealFault[] } | undefined
  /** 'YYYY-MM-DD' */
  today: string
  backHref: string
}

/** From whom, how and when an appeal came in. A late one is recorded too. */
export function AppealForm({ posted, today, backHref }: AppealFormProps) {
  const { t } = useLanguage()
  const faults = posted?.faults ?? []
  const errorOf = (fault: AppealFault) =>
    faults.includes(fault) ? t(`signing:staff.appeal.fault.${fault}`) : undefined
  return (
    <OwnForm className="form">
      <input type="hidden" name="step" value="record" />
      <ErrorSummary
        heading={t('ui:errors.heading', { count: faults.length })}
        errors={faults.map((fault) => ({
          href: `#${fault}`,
          text: t(`signing:staff.appeal.fault.${fault}`),
        }))}
      />
      <RadioGroup
        name="sender"
        legend={t('signing:staff.appeal.sender')}
        value={posted?.sender}
        error={errorOf('sender')}
        options={appealSenders.map((value) => ({ value, label: t(`signing:staff.appeal.from.${value}`) }))}
      />
      <RadioGroup
        name="way"
        legend={t('signing:staff.appeal.way')}
        value={posted?.way}
        error={errorOf('way')}
        options={appealWays.map((value) => ({ value, label: t(`signing:staff.appeal.by.${value}`) }))}
      />
      <TextField
        name="day"
        type="date"
        label={t('signing:staff.appeal.day')}
        value={posted?.day ?? today}
        error={errorOf('day')}
      />
      <div className="actions">
        <Button variant="primary">{t('signing:staff.appeal.button')}</Button>
        <ButtonLink variant="quiet" href={backHref}>
          {t('signing:staff.serve.cancel')}
        </ButtonLink>
      </div>
    </OwnForm>
  )
}
