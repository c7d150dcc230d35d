import { useLanguage } from '../../i18n/language-context'
import { longestTitle } from '../../text/draft-limits'
import { isEasyToRead } from '../../text/readability'
import { Button } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import { TextArea } from '../../ui/form/text-area'
import { TextField } from '../../ui/form/text-field'
import { Section } from '../../ui/page/layout'
import type { TemplateName } from '../decision/templates'
import { FactField } from './fact-field'
import { factFields } from './fact-fields'
import { faultText, labelOf } from './fact-labels'
import type { EnteredFacts } from './facts-in'
import { formSections, sectionNames } from './form-sections'
import type { FactFault } from './write-content'

export type DraftValues = { revision: number; facts: EnteredFacts; childTitle: string; childText: string }

type DraftFormProps = {
  template: TemplateName
  values: DraftValues
  faults: readonly FactFault[]
  childName: string
}

export function DraftForm({ template, values, faults, childName }: DraftFormProps) {
  const { t } = useLanguage()
  const fields = factFields(template)
  const errorOf = (name: string) => {
    const fault = faults.find(({ field }) => field === name)
    return fault && faultText(t, fault)
  }
  return (
    <OwnForm className="form">
      <input type="hidden" name="revision" value={values.revision} />
      {sectionNames.map((section) => {
        const names = formSections[template][section]
        return names ? (
          <Section key={section} heading={t(`write:section.${section}`)}>
            {names
              .flatMap((name) => fields.filter((each) => each.name.split('.')[0] === name))
              .map((field) => (
                <FactField
                  key={field.name}
                  template={template}
                  field={field}
                  facts={values.facts}
                  errorOf={errorOf}
                />
              ))}
          </Section>
        ) : null
      })}
      <Section heading={t('write:child.heading', { name: childName })}>
        <p>{t('write:child.lead', { name: childName })}</p>
        <TextField
          name="childTitle"
          value={values.childTitle}
          error={errorOf('childTitle')}
          maxLength={longestTitle}
          isOptional
          {...labelOf(t, template, 'childTitle')}
        />
        <TextArea
          name="childText"
          value={values.childText}
          error={errorOf('childText')}
          isOptional
          isDraft
          {...labelOf(t, template, 'childText')}
        />
        {values.childText ? (
          <p className="muted">
            {isEasyToRead(values.childText) ? t('review:child.isEasy') : t('review:child.isHard')}
          </p>
        ) : null}
      </Section>
      <div className="actions">
        <Button name="do" value="next" variant="primary">
          {t('write:draft.next')}
        </Button>
        <Button name="do" value="save">
          {t('write:draft.save')}
        </Button>
      </div>
    </OwnForm>
  )
}
