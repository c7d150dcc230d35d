import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { BackLink } from '../ui/page/back-link'
import { Button } from '../ui/form/button'
import { Disclose } from '../ui/disclose'
import { PageHeading } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { TextField } from '../ui/form/text-field'
import { ChildText } from '../ui/voice'
import { WorkColumns } from '../ui/page/work-columns'
import { ChangeReason, EarlierVersions } from './earlier-versions'
import { InPageLanguage } from '../reading/in-page-language'
import { NoteParagraphs } from '../reading/voiced-paragraphs'
import type { SignedNoteData } from './read-signed-note'
import { SignedNoteFacts } from './signed-note-facts'
import { SignedNoteProvenance } from './signed-note-provenance'
import { SignedNoteReaders } from './signed-note-readers'
import { StaffRemarks } from '../remark/staff-remark-list'
import { SwedishText } from '../reading/text-at-level'
import { OwnForm } from '../ui/form/own-form'
import { fullName } from '../person/full-name'

export function SignedNote({ note }: { note: SignedNoteData }) {
  const { t, dates } = useLanguage()
  const { newest } = note
  return (
    <>
      <BackLink href={staffAt.case(note.caseId)}>{t('staff:note.back', { name: note.childName })}</BackLink>
      <PageHeading
        title={<Swedish>{newest.title}</Swedish>}
        detail={`${t(`note:kind.${note.kind}`)} · ${dates.when(note.eventAt)} · ${fullName(note.authorGivenName, note.authorFamilyName)}`}
      />
      <WorkColumns
        beside={
          <>
            <SignedNoteReaders noteId={note.id} readers={note.readers} />
            <SignedNoteFacts note={note} />
            <SignedNoteProvenance version={newest} />
            <BeginCorrection noteId={note.id} />
          </>
        }
      >
        <ChangeReason version={newest} />
        <SwedishText id="text">
          <NoteParagraphs paragraphs={newest.paragraphs} author={note.authorGivenName} />
        </SwedishText>
        <ChildTexts note={note} />
        <StaffRemarks remarks={note.remarks} />
        <EarlierVersions versions={note.earlier} author={note.authorGivenName} />
      </WorkColumns>
    </>
  )
}

function ChildTexts({ note: { newest, childName } }: { note: SignedNoteData }) {
  const { t } = useLanguage()
  const texts = [
    { label: t('staff:note.childText', { name: childName }), text: newest.childText },
    { label: t('staff:note.childTextEasy', { name: childName }), text: newest.childTextEasy },
  ]
  return (
    <>
      {texts.map(({ label, text }) =>
        text ? (
          <SwedishText key={label}>
            <ChildText label={<InPageLanguage>{label}</InPageLanguage>}>{text}</ChildText>
          </SwedishText>
        ) : null,
      )}
    </>
  )
}

/** Signed versions are locked: a correction is a new version with a reason (FL 2017:900 36 §). */
function BeginCorrection({ noteId }: { noteId: string }) {
  const { t } = useLanguage()
  return (
    <Disclose summary={t('staff:note.correct.heading')}>
      <OwnForm action={staffAt.correction(noteId)} className="form">
        <TextField
          name="reason"
          label={t('staff:note.correct.label')}
          hint={t('staff:note.correct.hint')}
          maxLength={500}
        />
        <div className="actions">
          <Button>{t('staff:note.correct.button')}</Button>
        </div>
      </OwnForm>
    </Disclose>
  )
}
