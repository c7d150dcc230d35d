import type { TFunction } from '../i18n/texts'
import type { Paragraph } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'
import { Voice } from '../ui/voice'
import { InPageLanguage } from './in-page-language'
import { withoutMarker } from '../text/suggest-voice'
import { MarkedText } from '../ui/marked-text'
import { groupVoices, type VoiceGroup } from './voices'

type NoteParagraphsProps = {
  paragraphs: readonly Paragraph[]
  /** Given name of the note's writer, shown with assessments. */
  author: string
  /** Where its reader asks about one of them, counted from 1; none for a reader who does not ask. */
  askHref?: (paragraph: number) => string
}

export function NoteParagraphs({ paragraphs, author, askHref }: NoteParagraphsProps) {
  const { t } = useLanguage()
  return (
    <>
      {groupVoices(paragraphs).map((group, index) => (
        <Voice
          key={index}
          kind={group.voice}
          label={<InPageLanguage>{labelOf(group, author, t)}</InPageLanguage>}
        >
          {group.texts.map((text, at) => (
            <Paragraph key={at} number={group.from + at} text={textOf(group, text)} askHref={askHref} />
          ))}
        </Voice>
      ))}
    </>
  )
}

type ParagraphProps = { number: number; text: string; askHref: ((paragraph: number) => string) | undefined }

function Paragraph({ number, text, askHref }: ParagraphProps) {
  const { t } = useLanguage()
  if (!askHref)
    return (
      <p>
        <MarkedText text={text} />
      </p>
    )
  return (
    <p className="asked" id={`stycke-${number}`}>
      <MarkedText text={text} />{' '}
      <InPageLanguage>
        <a className="ask" href={askHref(number)}>
          {t('note:ask')}
        </a>
      </InPageLanguage>
    </p>
  )
}

// The label says already that it is an assessment.
const textOf = ({ voice }: VoiceGroup, text: string) => (voice === 'assessment' ? withoutMarker(text) : text)

function labelOf({ voice, speaker, isYou }: VoiceGroup, author: string, t: TFunction): string {
  if (voice === 'fact') return t('note:voice.fact')
  if (voice === 'assessment') return t('note:voice.assessment', { name: author })
  if (isYou) return t('note:voice.you')
  return speaker ? t('note:voice.speaker', { name: speaker }) : t('note:voice.someone')
}
