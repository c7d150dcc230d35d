import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { Notice } from '../../ui/notice'
import { Swedish } from '../../ui/swedish'
import { ClipPlayer } from './clip-player'
import { mostDrawn } from './drawn-part'
import type { DroppedPhrase, FinalDifference } from './final-differences'
import type { DraftRecording } from '../draft/phrases'
import { ReviewStep, useLeft, type OpenPart } from './review-step'

type DifferenceListProps = OpenPart & {
  differences: readonly FinalDifference[]
  recordings: readonly DraftRecording[]
}

export function DifferenceList({ open, differences, recordings }: DifferenceListProps) {
  const { t } = useLanguage()
  const stateOf = useLeft()
  if (recordings.length === 0) return null
  const undecided = differences.filter(({ decided }) => !decided)
  const left = undecided.length
  // Of very many, those that wait; deciding one makes place for the next.
  const drawn = differences.length > mostDrawn ? undecided.slice(0, mostDrawn) : differences
  const isWaiting = recordings.some(({ finalPass, erasedAt }) => finalPass === 'waiting' && !erasedAt)
  const hasFailed = recordings.some(({ finalPass }) => finalPass === 'failed')
  const unmade = isWaiting ? 'making' : hasFailed ? 'notMade' : null
  const state =
    left === 0 && unmade ? { tone: 'plain' as const, text: t(`review:final.${unmade}`) } : stateOf(left)
  return (
    <ReviewStep id="noggrann" open={open} heading={t('review:final.heading')} state={state}>
      {hasFailed ? <Notice tone="warn">{t('review:final.failed')}</Notice> : null}
      {isWaiting ? <p>{t('review:final.waiting')}</p> : null}
      {differences.length === 0 && !unmade ? <p>{t('review:final.same')}</p> : null}
      <ol className="checks" role="list">
        {drawn.map((difference) => (
          <Difference key={difference.number} difference={difference} />
        ))}
      </ol>
    </ReviewStep>
  )
}

function Difference({ difference }: { difference: FinalDifference }) {
  const { t } = useLanguage()
  const { number, liveText, finalText, decided, isFrozen, sound } = difference
  return (
    <li className="check">
      <dl className="two-texts">
        <div>
          <dt>{t('review:final.mine')}</dt>
          <dd>
            <Swedish>{liveText}</Swedish>
          </dd>
        </div>
        <div>
          <dt>{t('review:final.careful')}</dt>
          <dd>
            <Swedish>{finalText}</Swedish>
          </dd>
        </div>
      </dl>
      {isFrozen ? <p className="muted">{t('review:final.frozen')}</p> : null}
      {decided ? <p className="muted">{t(`review:final.${decided}`)}</p> : null}
      <div className="check-actions">
        <ClipPlayer clip={sound} what={liveText} />
        {decided ? null : (
          <div className="actions">
            {isFrozen ? null : (
              <Button name="intent" value={`acceptFinal:${number}`}>
                {t('review:final.accept')}
              </Button>
            )}
            <Button name="intent" value={`rejectFinal:${number}`}>
              {t('review:final.reject')}
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

/** Text dropped as noise, so that it can be played and put back. */
export function DroppedList({ open, dropped }: OpenPart & { dropped: readonly DroppedPhrase[] }) {
  const { t } = useLanguage()
  if (dropped.length === 0) return null
  return (
    <ReviewStep
      id="borttaget"
      open={open}
      heading={t('review:dropped.heading')}
      state={{ tone: 'plain', text: t('review:optional') }}
    >
      <p>{t('review:dropped.lead')}</p>
      <ol className="checks" role="list">
        {dropped.slice(0, mostDrawn).map(({ number, text, sound, isPutIn }) => (
          <li className="check" key={number}>
            <p>
              <Swedish>{text}</Swedish>
            </p>
            <div className="check-actions">
              <ClipPlayer clip={sound} what={text} />
              {isPutIn ? (
                <p className="muted">{t('review:dropped.isPutIn')}</p>
              ) : (
                <Button name="intent" value={`putIn:${number}`}>
                  {t('review:dropped.putIn')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
    </ReviewStep>
  )
}
