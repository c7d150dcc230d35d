import { useLanguage } from '../../i18n/language-context'
import { Swedish } from '../../ui/swedish'
import { Section } from '../../ui/page/layout'
import { Tag } from '../../ui/table'
import { isDrawn } from './drawn-part'
import { DrawnRows } from './drawn-rows'
import type { ReviewFaultTexts } from './fault-texts'
import type { ReviewValues } from './review-values'
import type { VoicedParagraph } from './suggested-paragraphs'

type ParagraphVoicesProps = {
  paragraphs: readonly VoicedParagraph[]
  values: ReviewValues
  names: readonly string[]
  errors: ReviewFaultTexts
}

const kinds = ['fact', 'statement', 'assessment'] as const

export function ParagraphVoices({ paragraphs, values, names, errors }: ParagraphVoicesProps) {
  const { t } = useLanguage()
  const left = paragraphs.filter(({ isSuggestion }) => isSuggestion).length
  return (
    <Section heading={<span id="stycken">{t('review:voices.heading')}</span>}>
      {paragraphs.length === 0 ? (
        <p>{t('review:voices.noText')}</p>
      ) : (
        <p>
          {t('review:voices.lead')}{' '}
          {left > 0 ? <Tag tone="warn">{t('review:suggestions', { count: left })}</Tag> : null}
        </p>
      )}
      <datalist id="names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {paragraphs.filter(isDrawn(values.voicesFrom)).map((paragraph) => (
        <ParagraphVoice
          key={paragraph.number}
          paragraph={paragraph}
          chosen={values.voices[paragraph.number] ?? paragraph}
          error={errors[`speaker-${paragraph.number}`]}
        />
      ))}
      <DrawnRows intent="showVoices" from={values.voicesFrom} all={paragraphs.length} />
    </Section>
  )
}

type ParagraphVoiceProps = {
  paragraph: VoicedParagraph
  chosen: { voice: VoicedParagraph['voice']; speaker: string }
  error: string | undefined
}

function ParagraphVoice({ paragraph: { number, text, isSuggestion }, chosen, error }: ParagraphVoiceProps) {
  const { t } = useLanguage()
  const speaker = `speaker-${number}`
  return (
    <fieldset className="voicing">
      <legend className="field-label">
        {t('review:voices.paragraph', { number })}{' '}
        {isSuggestion ? <Tag tone="warn">{t('review:voices.suggestion')}</Tag> : null}
      </legend>
      <p className="voicing-text">
        <Swedish>{text}</Swedish>
      </p>
      <div className="choices choices-row">
        {kinds.map((voice) => (
          <label className="choice" key={voice}>
            <input
              type="radio"
              name={`voice-${number}`}
              value={voice}
              defaultChecked={chosen.voice === voice}
            />
            <span>{t(`review:voices.voice.${voice}`)}</span>
          </label>
        ))}
      </div>
      <div className="field when-statement">
        <label className="field-label" htmlFor={speaker}>
          {t('review:voices.speaker')}
        </label>
        {error ? <p className="field-error">{error}</p> : null}
        <input
          className="input input-short"
          id={speaker}
          name={speaker}
          list="names"
          defaultValue={chosen.speaker}
          autoComplete="off"
        />
      </div>
    </fieldset>
  )
}
