import { staffAt } from '../../addresses'
import { Desk } from '../../dictation/desk/desk'
import type { DeskProps } from '../../dictation/desk/desk-props'
import type { OtherDraft } from '../../dictation/desk/draft-keeper'
import { useLanguage } from '../../i18n/language-context'
import type { Texts } from '../../i18n/texts'
import { BackLink } from '../../ui/page/back-link'
import { Island } from '../../ui/page/island'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { WorkColumns } from '../../ui/page/work-columns'
import { DiscardForm, SoundList, UploadForm, type UploadOutcome } from './draft-aside'
import { DraftSteps } from './draft-steps'
import type { DeskData } from './desk-data'
import { uploadOrder } from './upload-order'

export type DraftPageProps = {
  desk: DeskData
  posted: { title: string; text: string; fault: 'tooLong' | null; other: OtherDraft | null } | undefined
  texts: Record<string, Texts>
  scripts: { desk: string; recorder: string }
  now: number
  holder: string
  uploadId: string
  outcome: UploadOutcome | null
  /** The page answers a save that was sent as a form. */
  isSaved: boolean
}

export function DraftPage({ desk, posted, uploadId, outcome, isSaved, ...rest }: DraftPageProps) {
  const { t, dates, language } = useLanguage()
  const { noteId, caseId, childName, kind, eventAt, changeReason } = desk
  const recordings = desk.recordings.map(({ startedAt, erasedAt, ...recording }) => ({
    ...recording,
    startedAt: dates.when(startedAt),
    erasedOn: erasedAt && dates.short(erasedAt),
  }))
  const hasFailed = desk.failedFiles.some(({ startedAt }) =>
    desk.recordings.every((each) => each.startedAt <= startedAt),
  )
  const uploads = desk.recordings.filter(({ source }) => source === 'upload')
  const orderOf = uploadOrder([...uploads, ...desk.failedFiles])
  const failed = desk.failedFiles.map(({ id, problem, startedAt }) => ({
    ...{ id, problem, startedAt: dates.when(startedAt), order: orderOf.get(id)! },
  }))
  const props: DeskProps = {
    language,
    texts: rest.texts,
    now: rest.now,
    holder: rest.holder,
    recorder: rest.scripts.recorder,
    noteId,
    caseId,
    revision: desk.revision,
    mergedTo: desk.mergedTo,
    title: posted?.title ?? desk.title,
    text: posted?.text ?? desk.text,
    other: posted?.other ?? null,
    fault: posted?.fault ?? null,
    recordings,
    dropped: desk.dropped,
    words: desk.words,
  }
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('dictation:desk.back', { name: childName })}</BackLink>
      <PageHeading
        title={t('dictation:desk.heading', { kind: t(`note:kind.${kind}`), name: childName })}
        detail={dates.when(eventAt)}
      />
      <DraftSteps noteId={noteId} current="write" />
      {isSaved && !posted ? <Notice tone="done">{t('dictation:save.kept')}</Notice> : null}
      {changeReason ? (
        <p className="muted">
          {t('dictation:desk.correcting')} <Swedish>{changeReason}</Swedish>
        </p>
      ) : null}
      <WorkColumns
        beside={
          <>
            <UploadForm
              noteId={noteId}
              uploadId={uploadId}
              outcome={hasFailed && outcome === 'mottagen' ? null : outcome}
              failed={failed}
            />
            <SoundList recordings={recordings} />
            <DiscardForm />
          </>
        }
      >
        <Island name="desk" script={rest.scripts.desk} props={props}>
          <Desk {...props} />
        </Island>
      </WorkColumns>
    </>
  )
}
