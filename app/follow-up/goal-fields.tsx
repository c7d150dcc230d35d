import { goalProgresses } from '../../db/closed-lists'
import { useLanguage } from '../i18n/language-context'
import { RadioGroup } from '../ui/form/choice-group'
import { TextArea } from '../ui/form/text-area'
import { Swedish } from '../ui/swedish'
import type { PlanGoal } from './find-follow-up-case'
import { goalField, goalViews } from './fields'
import type { FollowUpValues } from './follow-up-in'
import { Unfold } from './unfold'

type GoalFieldsProps = {
  goal: PlanGoal
  childName: string
  values: FollowUpValues
  errors: Record<string, string>
}

/** How far one goal has come, and what each of them says of it. */
export function GoalFields({ goal: { id, position, goal }, childName, values, errors }: GoalFieldsProps) {
  const { t } = useLanguage()
  const progress = goalField('progress', id)
  return (
    <section className="section">
      <h3>
        {t('followup:goals.goal', { number: position })} <Swedish>{goal}</Swedish>
      </h3>
      <input type="hidden" name="goals" value={id} />
      <RadioGroup
        name={progress}
        legend={t('followup:progress.label')}
        value={values.texts[progress]}
        error={errors[progress]}
        options={goalProgresses.map((value) => ({ value, label: t(`followup:progress.${value}`) }))}
      />
      <Unfold
        summary={t('followup:view.summary')}
        fields={goalViews.map((view) => goalField(view, id))}
        values={values}
        errors={errors}
      >
        {goalViews.map((view) => {
          const field = goalField(view, id)
          return (
            <TextArea
              key={view}
              name={field}
              label={t(`followup:view.${view}`, { name: childName })}
              value={values.texts[field]}
              error={errors[field]}
              rows={2}
              isDraft
              isOptional
            />
          )
        })}
      </Unfold>
    </section>
  )
}
