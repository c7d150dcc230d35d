import { useLanguage } from '../../i18n/language-context'
import type { DictationMode } from '../text/spoken-commands'

type ModeChoiceProps = { mode: DictationMode; onChoose: (mode: DictationMode) => void }

const modes = ['automatic', 'spoken', 'off'] as const

export function ModeChoice({ mode, onChoose }: ModeChoiceProps) {
  const { t } = useLanguage()
  return (
    <fieldset className="field">
      <legend className="sr">{t('dictation:mode.heading')}</legend>
      <p className="field-hint">{t('dictation:mode.next')}</p>
      <div className="choices">
        {modes.map((each) => (
          <label className="choice" key={each}>
            <input
              type="radio"
              name="mode"
              value={each}
              checked={mode === each}
              onChange={() => onChoose(each)}
            />
            <span>{t(`dictation:mode.${each}`)}</span>
            <span className="choice-hint">{t(`dictation:mode.${each}Hint`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
