import { useLanguage } from '../../i18n/language-context'
import { Swedish } from '../../ui/swedish'
import { Tag } from '../../ui/table'
import { isDrawn } from './drawn-part'
import { DrawnRows } from './drawn-rows'
import type { ReviewFaultTexts } from './fault-texts'
import type { ReviewValues } from './review-values'
import { ReviewStep, type OpenPart } from './review-step'
import { Tick } from '../../ui/form/tick'
import type { VoicedParagraph } from './suggested-paragraphs'

type ParagraphVoicesProps = OpenPart & {
  paragraphs: readonly VoicedParagraph[]
  values: ReviewValues
  names: readonly string[]
  errors: ReviewFaultTexts
}

const kinds = ['fact', 'statement', 'assessment'] as const

export function ParagraphVoices({ open, paragraphs, values, names, errors }: ParagraphVoicesProps) {
  const { t } = useLanguage()
  const left = paragraphs.filter(({ isSuggestion }) => isSuggestion).length
  return (
    <ReviewStep
      id="stycken"
      heading={t('review:voices.heading')}
      open={open}
      state={
        paragraphs.length === 0
          ? { tone: 'warn', text: t('review:voices.noText') }
          : left > 0
            ? { tone: 'warn', text: t('review:suggestions', { count: left }) }
            : { tone: 'done', text: t('review:done') }
      }
    >
      <p>{t('review:voices.lead')}</p>
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
      {paragraphs.length > 0 ? (
        <Tick name="voicesSeen" label={t('review:voices.seen')} isTicked={values.areVoicesSeen} />
      ) : null}
      <DrawnRows intent="showVoices" from={values.voicesFrom} all={paragraphs.length} />
    </ReviewStep>
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
