import type { DisclosureGround } from '../../db/closed-lists'
import type { ShownLevel } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'
import { Gap } from '../ui/voice'

// The ground's code contains the separators of keys, so keys use these names.
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
  /** Null where the ground itself is secret. */
  ground: string | null
  reviewOn: string | null
  askHref: string
}

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
