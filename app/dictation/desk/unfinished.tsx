import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { clockToTheSecond, durationInWords } from './clock-words'
import type { DeskRecording } from './desk-props'
import type { Dictation } from './dictation'
import { secondsOf, type JournalEntry } from '../recorder/journal'
import { OwnForm } from '../../ui/form/own-form'

type UnfinishedProps = { entries: readonly JournalEntry[]; dictation: Dictation }

/** Interrupted in this browser. The sound is already being sent. */
export function Unfinished({ entries, dictation }: UnfinishedProps) {
  const { t } = useLanguage()
  return (
    <>
      {entries.map((entry) => (
        <div className="notice notice-warn" key={entry.recordingId}>
          <p>
            {t('dictation:unfinished.heading', {
              time: clockToTheSecond(entry.startedAt).slice(0, 5),
              duration: durationInWords(t, secondsOf(entry, entry.chunks)),
            })}
          </p>
          <div className="actions">
            <Button type="button" onClick={() => void dictation.carryOn(entry)}>
              {t('dictation:unfinished.carryOn')}
            </Button>
            <Button type="button" onClick={() => void dictation.finish(entry)}>
              {t('dictation:unfinished.finish')}
            </Button>
            <Button type="button" variant="quiet" onClick={() => void dictation.discard(entry)}>
              {t('dictation:unfinished.discard')}
            </Button>
          </div>
        </div>
      ))}
    </>
  )
}

/** Interrupted in another browser, or without script: plain forms. */
export function UnfinishedElsewhere({ recordings }: { recordings: readonly DeskRecording[] }) {
  const { t } = useLanguage()
  return (
    <>
      {recordings.map(({ id, startedAt }) => (
        <div className="notice notice-warn" key={id}>
          <p>{t('dictation:unfinished.headingElsewhere', { time: startedAt })}</p>
          <div className="actions">
            <OwnForm action={staffAt.recordingStop(id)}>
              <Button>{t('dictation:unfinished.finish')}</Button>
            </OwnForm>
            <OwnForm action={staffAt.recordingDiscard(id)}>
              <Button variant="quiet">{t('dictation:unfinished.discard')}</Button>
            </OwnForm>
          </div>
        </div>
      ))}
    </>
  )
}
