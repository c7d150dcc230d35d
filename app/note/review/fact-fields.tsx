import { useLanguage } from '../../i18n/language-context'
import { CheckboxGroup, RadioGroup } from '../../ui/form/choice-group'
import { Facts } from '../../ui/facts'
import { Select } from '../../ui/form/select'
import { Swedish } from '../../ui/swedish'
import { Tag } from '../../ui/table'
import { TextArea } from '../../ui/form/text-area'
import { TextField } from '../../ui/form/text-field'
import { noteKinds } from '../draft/new-note-in'
import { bbicSides } from '../../bbic'
import type { ReviewFaultTexts } from './fault-texts'
import { ReviewStep, useLeft, type OpenPart } from './review-step'
import type { ReviewValues } from './review-values'

type FactFieldsProps = OpenPart & {
  values: ReviewValues
  missing: number
  errors: ReviewFaultTexts
  childName: string
  /** In a correction the facts are locked, like the signed text. */
  isLocked: boolean
}

export function FactFields({ open, values, missing, errors, childName, isLocked }: FactFieldsProps) {
  const { t } = useLanguage()
  const stateOf = useLeft()
  return (
    <ReviewStep id="fakta" open={open} heading={t('review:facts.heading')} state={stateOf(missing)}>
      <TextField name="title" label={t('review:facts.title')} value={values.title} error={errors['title']} />
      {isLocked ? (
        <LockedFacts values={values} />
      ) : (
        <OpenFacts values={values} errors={errors} childName={childName} />
      )}
    </ReviewStep>
  )
}

function LockedFacts({ values }: { values: ReviewValues }) {
  const { t } = useLanguage()
  return (
    <>
      <p className="muted">{t('review:facts.locked')}</p>
      <Facts
        items={[
          { term: t('review:facts.kind'), value: t(`note:kind.${values.kind}`) },
          { term: t('review:facts.source'), value: <Swedish>{values.source || '–'}</Swedish> },
          { term: t('review:facts.participants'), value: <Swedish>{values.participants || '–'}</Swedish> },
        ]}
      />
    </>
  )
}

function OpenFacts({ values, errors, childName }: Pick<FactFieldsProps, 'values' | 'errors' | 'childName'>) {
  const { t } = useLanguage()
  return (
    <>
      <Select
        name="kind"
        label={t('review:facts.kind')}
        value={values.kind}
        options={noteKinds.map((kind) => ({ value: kind, label: t(`note:kind.${kind}`) }))}
      />
      <div className="side-by-side">
        <TextField
          name="day"
          type="date"
          label={t('review:facts.day')}
          value={values.day}
          error={errors['day']}
          isShort
        />
        <TextField name="time" type="time" label={t('review:facts.time')} value={values.time} isShort />
      </div>
      <TextField
        name="source"
        label={t('review:facts.source')}
        hint={t('review:facts.sourceHint')}
        value={values.source}
        error={errors['source']}
      />
      <TextField
        name="participants"
        label={t('review:facts.participants')}
        hint={t('review:facts.participantsHint')}
        value={values.participants}
        error={errors['participants']}
      />
      <div className="heard">
        <RadioGroup
          name="childPresent"
          legend={t('review:facts.childPresent', { name: childName })}
          value={values.childPresent || undefined}
          options={[
            { value: 'yes', label: t('review:facts.yes') },
            { value: 'no', label: t('review:facts.no') },
          ]}
        />
        <div className="when-absent">
          <TextArea
            name="childNotHeardReason"
            label={t('review:facts.notHeard', { name: childName })}
            value={values.childNotHeardReason}
            error={errors['childNotHeardReason']}
            rows={2}
          />
        </div>
      </div>
      <Areas values={values} />
    </>
  )
}

function Areas({ values }: { values: ReviewValues }) {
  const { t } = useLanguage()
  return (
    <details className="disclose">
      <summary>
        <span className="review-step-name">
          <span>{t('review:facts.areas')}</span>
          <Tag>{t('review:chosen', { count: values.bbicAreas.length })}</Tag>
        </span>
      </summary>
      <div className="disclose-body">
        <p className="field-hint">{t('review:facts.areasHint')}</p>
        <div className="sides">
          {bbicSides.map(({ side, areas }) => (
            <CheckboxGroup
              key={side}
              name="bbicAreas"
              id={`bbic-${side}`}
              legend={t(`review:side.${side}`)}
              values={values.bbicAreas}
              options={areas.map((area) => ({ value: area, label: t(`review:area.${area}`) }))}
            />
          ))}
        </div>
      </div>
    </details>
  )
}
