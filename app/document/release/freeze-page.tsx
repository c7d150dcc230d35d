import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import type { Missing } from '../../disclosure/missing'
import { MissingList } from '../../disclosure/missing-list'
import { WhoReadsWhat } from '../../disclosure/who-reads-what'
import { Button, ButtonLink } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import { Notice } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading, Section } from '../../ui/page/layout'
import { WorkColumns } from '../../ui/page/work-columns'
import { Swedish } from '../../ui/swedish'
import { ChildText } from '../../ui/voice'
import { InPageLanguage } from '../../reading/in-page-language'
import { SwedishText } from '../../reading/text-at-level'
import { DocumentBody } from '../content/document-body'
import { whyItCannotWait } from '../decision/why-it-cannot-wait'
import { DocumentSteps } from '../draft/document-steps'
import { PdfRefused, type RefusedPdf } from '../pdf/pdf-refused'
import { documentReaders } from './document-readers'
import type { DocumentReleaseView } from './document-readers-page'

type FreezePageProps = {
  release: DocumentReleaseView
  missing: readonly Missing[]
  refused: RefusedPdf | null
  /** What pressing the button came to; null when it has not been pressed. */
  stopped: 'stale' | 'missing' | null
}

/** What is frozen is read first; the button stands below what it means. */
export function FreezePage({ release, missing, refused, stopped }: FreezePageProps) {
  const { t } = useLanguage()
  const { documentId, caseId, childName, draft, readers } = release
  if (!draft) return null
  const isReady = missing.length === 0 && !refused
  const isToBeDecided = whyItCannotWait(draft) !== null
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('staff:note.back', { name: childName })}</BackLink>
      <PageHeading title={t('write:freeze.heading')} lead={isReady ? t('write:freeze.lead') : null} />
      <DocumentSteps documentId={documentId} current="freeze" />
      {stopped === 'stale' ? (
        <Notice tone="warn" heading={t('release:stale.heading')} isRefusal>
          {t('write:freeze.stale')}
        </Notice>
      ) : null}
      {refused ? <PdfRefused refused={refused} /> : null}
      <MissingList heading={t('write:freeze.missing')} missing={missing} isRefusal={stopped === 'missing'} />
      <WorkColumns
        beside={
          <>
            <Section heading={t('release:sign.readers')}>
              <WhoReadsWhat at={documentReaders(documentId)} readers={readers} />
            </Section>
            <Section heading={t('release:sign.means')}>
              <ul className="steps">
                <li>{t('write:freeze.locked')}</li>
                {draft.number > 1 ? <li>{t('write:freeze.supersedes')}</li> : null}
                {isToBeDecided ? <li>{t('write:freeze.decider')}</li> : <li>{t('release:sign.notice')}</li>}
                {draft.type === 'decision' ? <li>{t('write:freeze.receipt')}</li> : null}
                <li>{t('write:freeze.correct')}</li>
              </ul>
            </Section>
            {isReady ? (
              <OwnForm action={staffAt.freeze(documentId)} className="form">
                <input type="hidden" name="revision" value={draft.revision} />
                <div className="actions">
                  <Button variant="primary">{t('write:freeze.button')}</Button>
                  <ButtonLink href={staffAt.documentDraftFile(documentId)}>{t('write:draft.pdf')}</ButtonLink>
                </div>
              </OwnForm>
            ) : null}
          </>
        }
      >
        <FrozenText release={release} />
      </WorkColumns>
    </>
  )
}

function FrozenText({ release: { draft, childName } }: { release: DocumentReleaseView }) {
  const { t } = useLanguage()
  if (!draft?.content) return null
  const { content, childTitle, childText } = draft
  return (
    <Section heading={<Swedish>{content.title}</Swedish>}>
      <DocumentBody content={content} />
      {childTitle || childText ? (
        <SwedishText>
          <ChildText
            label={<InPageLanguage>{t('staff:note.childText', { name: childName })}</InPageLanguage>}
          >
            {childTitle ? <h3>{childTitle}</h3> : null}
            {childText ? <p>{childText}</p> : null}
          </ChildText>
        </SwedishText>
      ) : null}
    </Section>
  )
}
