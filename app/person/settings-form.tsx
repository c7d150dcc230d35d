import { useLanguage } from '../i18n/language-context'
import { languages } from '../i18n/languages'
import type { Device } from '../visitor/visitor'
import { Button } from '../ui/form/button'
import { CheckboxGroup, RadioGroup } from '../ui/form/choice-group'
import { closable, type Closable } from './closed-on-device'
import { textSizes } from './settings'
import { OwnForm } from '../ui/form/own-form'

type SettingsFormProps = { textSize: string; closed: readonly Closable[]; device: Device }

/** Language and text size are kept for the person, what is closed only for the device. */
export function SettingsForm({ textSize, closed, device }: SettingsFormProps) {
  const { language, t } = useLanguage()
  const here = t(`person:settings.closed.here.${device}`)
  return (
    <OwnForm className="form">
      <RadioGroup
        name="language"
        legend={t('person:settings.language')}
        value={language}
        options={languages.map((each) => ({ value: each, label: t(`ui:language.name.${each}`) }))}
      />
      <RadioGroup
        name="textSize"
        legend={t('person:settings.textSize.legend')}
        value={textSize}
        options={textSizes.map((each) => ({ value: each, label: t(`person:settings.textSize.${each}`) }))}
      />
      <CheckboxGroup
        name="closed"
        legend={t('person:settings.closed.legend')}
        hint={t('person:settings.closed.hint')}
        values={closed}
        options={closable.map((each) => ({
          value: each,
          label: t(`person:settings.closed.${each}`, { here }),
        }))}
      />
      <div className="actions">
        <Button variant="primary">{t('person:settings.save')}</Button>
      </div>
    </OwnForm>
  )
}
