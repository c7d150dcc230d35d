import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import type { RecordingProblem } from '../../dictation/recording/recording-problem'
import { soundFileTypes } from '../../dictation/recording/sound-file'
import { Button } from '../../ui/form/button'
import { Disclose } from '../../ui/disclose'
import { Section } from '../../ui/page/layout'
import { Notice } from '../../ui/notice'
import { OwnForm } from '../../ui/form/own-form'
import type { UploadOrder } from './upload-order'

export type UploadOutcome = 'mottagen' | 'missing' | 'unreadable' | 'tooLarge'

type FailedFile = { id: string; problem: RecordingProblem | null; startedAt: string; order: UploadOrder }

type UploadFormProps = {
  noteId: string
  /** Sent twice, it makes one recording. */
  uploadId: string
  outcome: UploadOutcome | null
  failed: readonly FailedFile[]
}

export function UploadForm({ noteId, uploadId, outcome, failed }: UploadFormProps) {
  const { t } = useLanguage()
  const words = outcome ? t(`dictation:upload.outcome.${outcome}`) : null
  return (
    <Section heading={<span id="ladda-upp">{t('dictation:upload.heading')}</span>}>
      {words ? <Notice tone={outcome === 'mottagen' ? 'done' : 'warn'}>{words}</Notice> : null}
      {failed.map((file) => (
        <FailedFileNotice key={file.id} {...file} />
      ))}
      <OwnForm encType="multipart/form-data" action={staffAt.recordingFile(uploadId)} className="form">
        <input type="hidden" name="noteId" value={noteId} />
        <div className="field">
          <label className="field-label" htmlFor="sound">
            {t('dictation:upload.label')}
          </label>
          <p className="field-hint" id="sound-hint">
            {t('dictation:upload.hint')}
          </p>
          <noscript>
            <p className="field-hint">{t('dictation:upload.keep')}</p>
          </noscript>
          <input
            className="input file-input"
            id="sound"
            name="sound"
            type="file"
            accept={soundFileTypes}
            aria-describedby="sound-hint"
          />
        </div>
        <div className="actions">
          <Button>{t('dictation:upload.send')}</Button>
        </div>
      </OwnForm>
    </Section>
  )
}

function FailedFileNotice({ problem, startedAt, order }: FailedFile) {
  const { t } = useLanguage()
  const which = order.all > 1 ? 'failedOf' : 'failed'
  const file = t(`dictation:upload.${which}`, { time: startedAt, ...order })
  return <Notice tone="warn">{`${file} ${t(`dictation:writing.${problem}`)}`}</Notice>
}

type SoundListProps = {
  recordings: readonly {
    id: string
    source: string
    state: string
    startedAt: string
    erasedOn: string | null
  }[]
}

export function SoundList({ recordings }: SoundListProps) {
  const { t } = useLanguage()
  if (recordings.length === 0) return null
  return (
    <Section heading={t('dictation:sound.heading')}>
      <ul className="stack" role="list">
        {recordings.map(({ id, source, state, startedAt, erasedOn }) => (
          <li key={id} className="sound">
            <p className="muted">
              {startedAt}
              {source === 'upload' ? ` · ${t(`dictation:upload.state.${state}`)}` : null}
            </p>
            {erasedOn ? (
              <p>{t('dictation:sound.erasedOn', { date: erasedOn })}</p>
            ) : (
              <audio
                controls
                preload="none"
                src={staffAt.recordingSound(id)}
                aria-label={t('dictation:sound.listen', { time: startedAt })}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function DiscardForm() {
  const { t } = useLanguage()
  return (
    <Disclose summary={t('dictation:discard.heading')}>
      <p>{t('dictation:discard.text')}</p>
      <OwnForm className="actions">
        <Button name="do" value="discard">
          {t('dictation:discard.button')}
        </Button>
      </OwnForm>
    </Disclose>
  )
}
