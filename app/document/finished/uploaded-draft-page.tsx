import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { WorkColumns } from '../../ui/page/work-columns'
import { Swedish } from '../../ui/swedish'
import { DocumentBody } from '../content/document-body'
import { DocumentAsFile } from '../document-as-file'
import { DiscardDraft } from '../draft/discard-draft'
import type { DocumentDraft } from '../draft/document-draft'
import { DocumentSteps } from '../draft/document-steps'

type UploadedDraftPageProps = Pick<
  DocumentDraft,
  | 'documentId'
  | 'caseId'
  | 'childGivenName'
  | 'type'
  | 'content'
  | 'number'
  | 'uploadedName'
  | 'uploadedIsTagged'
>

/** A finished PDF before it is frozen: it is not written on, only kept or thrown away. */
export function UploadedDraftPage({ documentId, content, ...draft }: UploadedDraftPageProps) {
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.case(draft.caseId)}>
        {t('staff:note.back', { name: draft.childGivenName })}
      </BackLink>
      <PageHeading title={<Swedish>{content?.title}</Swedish>} detail={draft.uploadedName ?? ''} />
      <DocumentSteps documentId={documentId} current="write" />
      <WorkColumns
        beside={
          <>
            <DocumentAsFile
              href={staffAt.documentDraftFile(documentId)}
              isTagged={draft.uploadedIsTagged === true}
            />
            <DiscardDraft number={draft.number} />
          </>
        }
      >
        {content ? <DocumentBody content={content} /> : null}
      </WorkColumns>
    </>
  )
}
