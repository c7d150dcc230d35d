import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Swedish } from '../ui/swedish'
import { listed, type HomeCase } from './home'
import { ThreadSubject } from './thread-subject'
import { itemTitle, kindBeside } from '../reading/item-title'

export function ToDo({ found }: { found: HomeCase }) {
  const { newDocuments, newAnswers, newNotes, toSign, waiting } = found
  const all = [newDocuments, newAnswers, newNotes, toSign, waiting, ownDeadlines(found)]
  if (all.every(({ length }) => length === 0)) return null
  return (
    <LinkList>
      <DocumentRows found={found} receiptAsked />
      <SignatureRows found={found} />
      <AnswerRows found={found} />
      <DeadlineRows found={found} />
      <DocumentRows found={found} receiptAsked={false} />
      <NoteRows found={found} />
      <WaitingRows found={found} />
    </LinkList>
  )
}

type RowsProps = { found: HomeCase }

function DocumentRows({ found, receiptAsked }: RowsProps & { receiptAsked: boolean }) {
  const { t, dates } = useLanguage()
  const rows = found.newDocuments.filter((each) => each.receiptAsked === receiptAsked)
  return (
    <>
      {rows.slice(0, listed).map((each) => (
        <LinkRow
          key={each.id}
          href={personAt.document(found.id, each.id)}
          isNew
          newLabel={receiptAsked ? t('case:toDo.receipt') : t('case:toDo.document')}
          title={<Swedish>{itemTitle(each, found.audience)}</Swedish>}
          detail={[
            kindBeside(itemTitle(each, found.audience), t(`document:type.${each.type}`)),
            dates.short(each.datedOn),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
      {rows.length > listed ? (
        <LinkRow href={personAt.documents(found.id)} title={t('case:toDo.moreDocuments')} />
      ) : null}
    </>
  )
}

function SignatureRows({ found }: RowsProps) {
  const { t, dates } = useLanguage()
  return (
    <>
      {found.toSign.map((each) => (
        <LinkRow
          key={each.id}
          href={
            each.isNew
              ? personAt.document(found.id, each.documentId)
              : personAt.signRequest(found.id, each.documentId, each.id)
          }
          title={t(`signing:toDo.${each.act}`)}
          detail={
            <>
              <Swedish>{itemTitle(each, found.audience)}</Swedish> ·{' '}
              {each.answerOn
                ? t('signing:answerBy', { date: dates.day(each.answerOn) })
                : dates.short(each.datedOn)}
            </>
          }
        />
      ))}
    </>
  )
}

function AnswerRows({ found }: RowsProps) {
  const { t, dates } = useLanguage()
  return (
    <>
      {found.newAnswers.slice(0, listed).map(({ id, kind, subject, answeredAt }) => (
        <LinkRow
          key={id}
          href={personAt.thread(found.id, id)}
          isNew
          newLabel={t('case:toDo.answer')}
          title={<ThreadSubject kind={kind} subject={subject} />}
          detail={answeredAt ? dates.when(answeredAt) : undefined}
        />
      ))}
      {found.newAnswers.length > listed ? (
        <LinkRow href={personAt.threads(found.id)} title={t('case:toDo.moreAnswers')} />
      ) : null}
    </>
  )
}

// What the reader waits for: the day, or what to do when it has passed.
function WaitingRows({ found }: RowsProps) {
  const { t, dates } = useLanguage()
  return (
    <>
      {found.waiting.map(({ id, kind, subject, answerBy, isLate }) => (
        <LinkRow
          key={id}
          href={personAt.thread(found.id, id)}
          title={<ThreadSubject kind={kind} subject={subject} />}
          detail={
            isLate
              ? t('message:row.lateOnHome')
              : answerBy
                ? t('message:row.by', { date: dates.day(answerBy) })
                : undefined
          }
        />
      ))}
    </>
  )
}

// What the reader is asked to comment on is among the documents.
function DeadlineRows({ found }: RowsProps) {
  const { t, dates } = useLanguage()
  return (
    <>
      {ownDeadlines(found).map(({ id, dueOn }) => (
        <LinkRow
          key={id}
          href={personAt.documents(found.id)}
          title={t('case:toDo.comment')}
          detail={t('case:toDo.before', { date: dates.day(dueOn) })}
        />
      ))}
    </>
  )
}

/** Only the reader's own deadlines; the others are the authority's. */
function ownDeadlines({ deadlines }: HomeCase) {
  return deadlines.filter(({ kind, isMine, isLate }) => kind === 'comment' && isMine && !isLate)
}

function NoteRows({ found }: RowsProps) {
  const { t, dates } = useLanguage()
  return (
    <>
      {found.newNotes.slice(0, listed).map((each) => (
        <LinkRow
          key={each.id}
          href={personAt.note(found.id, each.id)}
          isNew
          newLabel={t('case:toDo.note')}
          title={<Swedish>{itemTitle(each, found.audience)}</Swedish>}
          detail={[
            kindBeside(itemTitle(each, found.audience), t(`note:kind.${each.kind}`)),
            dates.short(each.eventAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
      {found.newNotes.length > listed ? (
        <LinkRow href={personAt.notes(found.id)} title={t('case:toDo.moreNotes')} />
      ) : null}
    </>
  )
}
