import { personAt, publicAt, staffAt } from '../addresses'
import type { Problem } from './problem'
import { useLanguage } from '../i18n/language-context'
import { ErrorPage } from '../ui/page/error-page'
import { PageHeading } from '../ui/page/layout'
import { TextArea } from '../ui/form/text-area'
import { useVisitor } from '../visitor/visitor-context'
import { KeptForm, SealedForm, WayBack } from './kept-form'

/** What the server answers before any route runs. `kept` is the typed text, given back. */
export type ServerProblem =
  | { problem: 'otherOrigin'; kept: readonly string[] }
  | { problem: 'tooMany' | 'unavailable' | 'unexpected' | 'method' | 'tooLarge' | 'fileTooLarge' }

const codes = {
  notFound: 404,
  notTaken: 404,
  notKept: 409,
  overtaken: 409,
  tooManyDrafts: 409,
  sessionEnded: 401,
  otherHolder: 403,
  otherOrigin: 403,
  tooMany: 429,
  unavailable: 503,
  unexpected: 500,
  method: 405,
  tooLarge: 413,
  fileTooLarge: 413,
} as const

/** One page for all that cannot be done: what to do now, and a number for the phone. */
export function ProblemPage({ problem }: { problem: Problem | ServerProblem }) {
  const { t } = useLanguage()
  const visitor = useVisitor()
  if (problem.problem === 'textBack') return <TextBack {...problem} />
  if (problem.problem === 'notSent') return <NotSent {...problem} />
  const kind = problem.problem
  const isOfStaff = visitor.signedIn === 'staff'
  const home = isOfStaff ? staffAt.today : visitor.signedIn ? personAt.home : publicAt.front
  const href = problem.problem === 'overtaken' ? problem.page : home
  return (
    <ErrorPage
      code={codes[kind]}
      heading={t(`problem:${kind}.heading`)}
      text={t(
        isOfStaff && (kind === 'notTaken' || kind === 'notFound')
          ? `problem:${kind}.staff`
          : `problem:${kind}.text`,
      )}
      errorId={visitor.requestId}
      action={kind === 'sessionEnded' ? undefined : { href, label: t(`problem:${kind}.action`) }}
      kept={keepsText(problem) ? <TypedText problem={problem} /> : undefined}
    />
  )
}

function keepsText(problem: Problem | ServerProblem): boolean {
  if (problem.problem === 'otherHolder') return problem.sealed !== null
  return problem.problem === 'sessionEnded' || ('kept' in problem && problem.kept.length > 0)
}

const withWords = ['otherOrigin', 'notTaken', 'notKept', 'overtaken', 'tooManyDrafts'] as const
type WithWords = Extract<Problem | ServerProblem, { problem: (typeof withWords)[number] }>

const hasWords = (problem: Problem | ServerProblem): problem is WithWords =>
  withWords.some((each) => each === problem.problem)

/** What was typed, as far as its reader may see it. */
function TypedText({ problem }: { problem: Problem | ServerProblem }) {
  const { t } = useLanguage()
  if (problem.problem === 'sessionEnded') {
    const { door, action, kept } = problem
    return (
      <>
        <WayBack
          door={door}
          signIn={t('problem:sessionEnded.signIn')}
          comeBack={t('problem:sessionEnded.return')}
        />
        <KeptForm action={action} kept={kept} send={t('problem:sessionEnded.send')} />
      </>
    )
  }
  if (problem.problem === 'otherHolder' && problem.sealed !== null) {
    const { door, action, sealed } = problem
    return (
      <section className="stack">
        <h2>{t('problem:otherHolder.yours')}</h2>
        <WayBack
          door={door}
          signIn={t('problem:otherHolder.signIn')}
          comeBack={t('problem:otherHolder.return')}
        />
        <SealedForm action={action} sealed={sealed} fetch={t('problem:otherHolder.fetch')} />
      </section>
    )
  }
  if (!hasWords(problem)) return null
  return problem.kept.map((text, index) => (
    <TextArea key={index} name={`kept-${index}`} label={t('problem:kept')} value={text} rows={8} />
  ))
}

function NotSent({ because, action, kept, sealed }: Extract<Problem, { problem: 'notSent' }>) {
  const { t } = useLanguage()
  const { requestId } = useVisitor()
  const again = t('problem:notSent.send')
  return (
    <ErrorPage
      code={codes[because]}
      heading={t(`problem:${because}.heading`)}
      text={t('problem:notSent.text')}
      errorId={requestId}
      action={undefined}
      kept={
        sealed === null ? (
          <KeptForm action={action} kept={kept} send={again} />
        ) : (
          <SealedForm action={action} sealed={sealed} fetch={again} />
        )
      }
    />
  )
}

function TextBack({ action, kept }: Extract<Problem, { problem: 'textBack' }>) {
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t('problem:textBack.heading')} lead={t('problem:textBack.text')} />
      <p>
        <a href={action} target="_blank" rel="noopener">
          {t('problem:textBack.page')}
        </a>
      </p>
      <KeptForm action={action} kept={kept} send={t('problem:textBack.send')} />
    </>
  )
}
