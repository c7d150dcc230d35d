import { useLanguage } from '../../i18n/language-context'
import { Button, ButtonLink } from '../../ui/form/button'
import { RadioGroup } from '../../ui/form/choice-group'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextArea } from '../../ui/form/text-area'
import { Swedish } from '../../ui/swedish'
import type { Decider } from './ask-for-decision'
import { longestReason } from './reason-limit'

export type AskFault = 'who' | 'ground' | 'cannotWait'
type AskPosted = { who: string; ground: string; cannotWait: string; faults: readonly AskFault[] }

type AskFormProps = {
  deciders: readonly Decider[]
  grounds: readonly { ground: string; law: string }[]
  /** Not where the decision says itself why it cannot wait. */
  asksWhy: boolean
  posted: AskPosted | undefined
  backHref: string
}

/** Who is asked to decide, on which ground, and why the committee cannot be awaited. */
export function AskForm({ deciders, grounds, asksWhy, posted, backHref }: AskFormProps) {
  const { t } = useLanguage()
  const faults = posted?.faults ?? []
  const errorOf = (fault: AskFault) => (faults.includes(fault) ? t(`decision:ask.fault.${fault}`) : undefined)
  const people = [...new Map(deciders.map((decider) => [decider.staffId, decider])).values()]
  return (
    <OwnForm className="form">
      <ErrorSummary
        heading={t('ui:errors.heading', { count: faults.length })}
        errors={faults.map((fault) => ({ href: `#${fault}`, text: t(`decision:ask.fault.${fault}`) }))}
      />
      <RadioGroup
        name="who"
        legend={t('decision:ask.who')}
        value={posted?.who}
        error={errorOf('who')}
        options={people.map(({ staffId, name, title, phone }) => ({
          value: staffId,
          label: name,
          hint: <Swedish>{`${title}, ${phone}`}</Swedish>,
        }))}
      />
      <RadioGroup
        name="ground"
        legend={t('decision:ask.ground')}
        value={posted?.ground}
        error={errorOf('ground')}
        options={grounds.map(({ ground, law }) => ({
          value: ground,
          label: <Swedish>{`${law}, ${ground}`}</Swedish>,
        }))}
      />
      {asksWhy ? (
        <TextArea
          name="cannotWait"
          label={t('decision:ask.cannotWait')}
          hint={t('decision:ask.cannotWaitHint')}
          maxLength={longestReason}
          rows={4}
          value={posted?.cannotWait}
          error={errorOf('cannotWait')}
          isDraft
        />
      ) : null}
      <p className="muted">{t('decision:ask.hidden')}</p>
      <div className="actions">
        <Button variant="primary">{t('decision:ask.button')}</Button>
        <ButtonLink variant="quiet" href={backHref}>
          {t('signing:staff.serve.cancel')}
        </ButtonLink>
      </div>
    </OwnForm>
  )
}
