import type { DisclosureGround } from '../../db/closed-lists'
import type { ShownLevel } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'
import { Gap } from '../ui/voice'

// A ground's own code holds the characters that keys are split at.
const grounds: Record<DisclosureGround, string> = {
  'OSL 10:3': 'party',
  'OSL 12:3': 'child',
  'OSL 21:3': 'address',
  'OSL 21:3 a': 'address',
  'OSL 26:1': 'someoneElse',
  'OSL 26:2': 'whereabouts',
  'OSL 26:5': 'reporter',
  investigation: 'investigation',
}

type WithheldPartProps = {
  of: 'note' | 'document'
  level: ShownLevel
  /** Told only where the ground itself is not secret. */
  ground: string | null
  reviewOn: string | null
  askHref: string
}

/** Says that something is not shown here, why where that may be said, and where to ask for it. */
export function WithheldPart({ of, level, ground, reviewOn, askHref }: WithheldPartProps) {
  const { t, dates } = useLanguage()
  if (level === 'full') return null
  const why = ground && grounds[ground as DisclosureGround]
  return (
    <Gap>
      <p>
        {t(`${of}:gap.${level}`)} {why ? t(`note:ground.${why}`) : null}{' '}
        {reviewOn ? t('note:gap.review', { date: dates.short(reviewOn) }) : null}
      </p>
      <p>
        <a href={askHref}>{t('note:gap.ask')}</a>
      </p>
    </Gap>
  )
}
