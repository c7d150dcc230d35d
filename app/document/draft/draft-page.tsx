import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ErrorSummary } from '../../ui/form/error-summary'
import { Notice } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading, Section } from '../../ui/page/layout'
import { WorkColumns } from '../../ui/page/work-columns'
import { Swedish } from '../../ui/swedish'
import type { TemplateName } from '../decision/templates'
import { PdfRefused, type RefusedPdf } from '../pdf/pdf-refused'
import { DiscardDraft } from './discard-draft'
import { DocumentSteps } from './document-steps'
import { DraftForm, type DraftValues } from './draft-form'
import { faultText, labelOf } from './fact-labels'
import type { FactFault } from './write-content'

export type DocumentDraftPageProps = {
  documentId: string
  caseId: string
  childName: string
  template: TemplateName
  number: number
  changeReason: string | null
  values: DraftValues
  /** What is missing, once somebody has wanted to go on; otherwise how much. */
  faults: readonly FactFault[]
  left: number
  state: 'opened' | 'saved' | 'missing'
  /** When another page saved, while this one was written on. */
  stale: Date | null
  refused: RefusedPdf | null
}

export function DocumentDraftPage({ state, stale, refused, ...page }: DocumentDraftPageProps) {
  const { t, dates } = useLanguage()
  const { documentId, caseId, childName, template, values, faults, left } = page
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('staff:note.back', { name: childName })}</BackLink>
      <PageHeading
        title={t(`write:template.${template}.name`)}
        detail={t('write:draft.about', { name: childName })}
      />
      <DocumentSteps documentId={documentId} current="write" />
      {stale ? (
        <Notice tone="warn" heading={t('write:draft.stale.heading')}>
          <p>{t('write:draft.stale.text', { when: dates.when(stale) })}</p>
          <p>
            <a href={staffAt.documentDraft(documentId)} target="_blank" rel="noreferrer">
              {t('write:draft.stale.open')}
            </a>
          </p>
        </Notice>
      ) : null}
      {state === 'saved' ? (
        <Notice tone="done">
          {left > 0 ? t('write:draft.savedLeft', { count: left }) : t('write:draft.saved')}
        </Notice>
      ) : null}
      {refused ? <PdfRefused refused={refused} /> : null}
      <ErrorSummary
        heading={t('write:draft.missing')}
        errors={faults.map((fault) => ({
          href: `#${fault.field || 'on'}`,
          text: fault.field
            ? `${labelOf(t, template, fault.field.replace(/\.\d+\./, '.')).label}: ${faultText(t, fault)}`
            : faultText(t, fault),
        }))}
      />
      <WorkColumns beside={<Beside {...page} />}>
        <DraftForm template={template} values={values} faults={faults} childName={childName} />
      </WorkColumns>
    </>
  )
}

type BesideProps = Pick<DocumentDraftPageProps, 'documentId' | 'number' | 'changeReason' | 'left'>

function Beside({ documentId, number, changeReason, left }: BesideProps) {
  const { t } = useLanguage()
  return (
    <>
      {changeReason ? (
        <Section heading={t('write:draft.version', { number })}>
          <p>
            <Swedish>{changeReason}</Swedish>
          </p>
        </Section>
      ) : null}
      {left === 0 ? (
        <p>
          <a href={staffAt.documentDraftFile(documentId)}>{t('write:draft.pdf')}</a>
        </p>
      ) : null}
      <DiscardDraft number={number} />
    </>
  )
}
