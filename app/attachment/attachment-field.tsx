import { useLanguage } from '../i18n/language-context'
import { fileSize } from '../i18n/file-size'
import { Button } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { FieldFrame } from '../ui/form/field'
import { Notice } from '../ui/notice'
import { attachmentName } from './attachment-name'
import { attachmentField, type AttachmentOutcome } from './attachment-outcome'
import type { Attachment } from './list-attachments'

type AttachmentLimits = { mostFiles: number; mostBytes: number }

export type DraftAttachments = {
  /** Of the draft that its form writes. */
  files: readonly Attachment[]
  limits: AttachmentLimits
  outcome: AttachmentOutcome | null
}

type AttachmentFieldProps = DraftAttachments & {
  /** Takes a file and all that is written. */
  addTo: string
  /** Of a file of the draft: shows it, and posted to takes it off. */
  addressOf: (attachmentId: string) => string
}

/**
 * Files of what is being written, in its own form and behind all its fields: adding one sends the text along, so that nothing
 * that was written is lost.
 */
export function AttachmentField({ files, limits, outcome, addTo, addressOf }: AttachmentFieldProps) {
  const { t, language } = useLanguage()
  const most = {
    // As people count: 20 MB, not 21.
    size: fileSize(Math.floor(limits.mostBytes / 1024 / 1024) * 1_000_000, language),
    files: limits.mostFiles,
  }
  const error = outcome && outcome !== 'received' ? saidOf(outcome) : undefined
  return (
    <>
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: `#${attachmentField}`, text: error }]}
        />
      ) : null}
      {outcome === 'received' ? <Notice tone="done">{t('attachment:received')}</Notice> : null}
      {files.length > 0 ? (
        <>
          <h2 className="field-label">{t('attachment:listTitle')}</h2>
          <ul className="attached" role="list">
            {files.map((file) => (
              <li key={file.id}>
                <span>
                  {file.state === 'clean' ? (
                    <a href={addressOf(file.id)}>
                      <bdi>{attachmentName(file, t)}</bdi>
                    </a>
                  ) : (
                    <bdi>{attachmentName(file, t)}</bdi>
                  )}{' '}
                  <span className="muted">{fileSize(file.size ?? 0, language)}</span>
                  {file.state === 'clean' ? null : (
                    <span className="muted attached-state">{t(`attachment:${file.state}Own`)}</span>
                  )}
                </span>
                <Button variant="quiet" formAction={addressOf(file.id)}>
                  {t('attachment:remove')} <bdi className="sr">{attachmentName(file, t)}</bdi>
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <FieldFrame
        name={attachmentField}
        label={t('attachment:label')}
        hint={t('attachment:hint', most)}
        error={error}
        isOptional
      >
        {(describedBy) => (
          // Without HEIC in the list an iPhone sends its pictures as JPEG.
          <input
            className="input file-input"
            id={attachmentField}
            name={attachmentField}
            type="file"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            aria-describedby={describedBy}
            aria-invalid={error ? true : undefined}
          />
        )}
      </FieldFrame>
      <div className="actions">
        <Button formAction={addTo} formEncType="multipart/form-data">
          {t('attachment:add')}
        </Button>
      </div>
    </>
  )

  function saidOf(kind: Exclude<AttachmentOutcome, 'received'>): string {
    return kind === 'notAdded' ? t('attachment:notAdded') : t(`attachment:refused.${kind}`, most)
  }
}
