import { useLanguage } from '../i18n/language-context'
import { fileSize } from '../i18n/file-size'
import { LinkList, LinkRow } from '../ui/link-list'
import { attachmentName } from './attachment-name'
import type { Attachment } from './list-attachments'

type AttachmentListProps = {
  /** Of one message. */
  files: readonly Attachment[]
  hrefOf: (attachmentId: string) => string
}

/** What came with a message. What may not be opened is told of without its name. */
export function AttachmentList({ files, hrefOf }: AttachmentListProps) {
  const { t, language } = useLanguage()
  const open = files.filter((file) => file.state === 'clean')
  return (
    <>
      {open.length > 0 ? (
        <LinkList>
          {open.map((file) => (
            <LinkRow
              key={file.id}
              href={hrefOf(file.id)}
              title={<bdi>{attachmentName(file, t)}</bdi>}
              detail={fileSize(file.size ?? 0, language)}
            />
          ))}
        </LinkList>
      ) : null}
      {files.map(({ id, state, isOurs }) =>
        state === 'clean' ? null : (
          <p key={id} className="muted">
            {t(`attachment:${state}${isOurs ? 'Own' : 'Other'}`)}
          </p>
        ),
      )}
    </>
  )
}
