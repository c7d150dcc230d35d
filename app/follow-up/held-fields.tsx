import { surveySubjects } from '../survey/instrument'
import { useLanguage } from '../i18n/language-context'
import { bbicSides } from '../bbic'
import { CheckboxGroup } from '../ui/form/choice-group'
import { Select } from '../ui/form/select'
import { TextArea } from '../ui/form/text-area'
import { TextField } from '../ui/form/text-field'
import { Section } from '../ui/page/layout'
import { areaFields, providerField } from './fields'
import type { FollowUpFormProps } from './follow-up-form'
import { GoalFields } from './goal-fields'
import { mostProviders } from './limits'
import { Unfold } from './unfold'

export type FieldsProps = Omit<FollowUpFormProps, 'faults'> & { errors: Record<string, string> }

/** Who took part, goal by goal, and the rest of what a follow-up covers (domain 2.7). */
export function HeldFields({ found, values, errors }: FieldsProps) {
  const { t } = useLanguage()
  return (
    <>
      <CheckboxGroup
        name="persons"
        legend={t('followup:persons')}
        values={values.persons}
        error={errors['persons']}
        options={found.people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="subject"
        label={t('followup:survey.label')}
        hint={t('followup:survey.hint')}
        value={values.texts['subject'] ?? (found.goals.length > 0 ? 'openIntervention' : 'authority')}
        options={surveySubjects.map((each) => ({ value: each, label: t(`followup:survey.${each}`) }))}
      />
      <Providers values={values} errors={errors} />
      <div id="goals">
        <Section heading={t('followup:goals.heading')}>
          <p className="field-hint">
            {t(found.goals.length > 0 ? 'followup:goals.hint' : 'followup:goals.none')}
          </p>
          {errors['goals'] ? <p className="field-error">{errors['goals']}</p> : null}
          {found.goals.map((goal) => (
            <GoalFields
              key={goal.id}
              goal={goal}
              childName={found.childName}
              values={values}
              errors={errors}
            />
          ))}
        </Section>
      </div>
      <Unfold summary={t('followup:about.summary')} fields={areaFields} values={values} errors={errors}>
        {areaFields.map((field) => (
          <TextArea
            key={field}
            name={field}
            label={t(`followup:about.${field}`)}
            value={values.texts[field]}
            error={errors[field]}
            rows={3}
            isDraft
            isOptional
          />
        ))}
      </Unfold>
      <details className="disclose" open={values.areas.length > 0}>
        <summary>{t('review:facts.areas')}</summary>
        <div className="disclose-body sides">
          {bbicSides.map(({ side, areas }) => (
            <CheckboxGroup
              key={side}
              name="areas"
              id={`bbic-${side}`}
              legend={t(`review:side.${side}`)}
              values={values.areas}
              options={areas.map((area) => ({ value: area, label: t(`review:area.${area}`) }))}
            />
          ))}
        </div>
      </details>
    </>
  )
}

function Providers({ values, errors }: Pick<FieldsProps, 'values' | 'errors'>) {
  const { t } = useLanguage()
  const fields = Array.from({ length: mostProviders }, (_none, index) => [
    providerField('name', index),
    providerField('role', index),
  ]).flat()
  return (
    <Unfold summary={t('followup:providers.label')} fields={fields} values={values} errors={errors}>
      <p className="field-hint">{t('followup:providers.hint')}</p>
      {Array.from({ length: mostProviders }, (_none, index) => (
        <div key={index} className="side-by-side">
          {(['name', 'role'] as const).map((part) => {
            const field = providerField(part, index)
            return (
              <TextField
                key={field}
                name={field}
                label={t(`followup:providers.${part}`, { number: index + 1 })}
                value={values.texts[field]}
                error={errors[field]}
                autoComplete="off"
                isOptional
              />
            )
          })}
        </div>
      ))}
    </Unfold>
  )
}
