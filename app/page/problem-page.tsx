import { personAt, publicAt, staffAt } from '../addresses'
import type { Problem } from './problem'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { ErrorPage } from '../ui/page/error-page'
import { TextArea } from '../ui/form/text-area'
import { useVisitor } from '../visitor/visitor-context'

/** What the server answers before any route runs. `kept` is the typed text, given back. */
export type ServerProblem =
  | { problem: 'otherOrigin'; kept: readonly string[] }
  | { problem: 'tooMany' | 'unavailable' | 'unexpected' | 'method' | 'tooLarge' }

const codes = {
  notFound: 404,
  sessionEnded: 401,
  otherOrigin: 403,
  tooMany: 429,
  unavailable: 503,
  unexpected: 500,
  method: 405,
  tooLarge: 413,
} as const

/** One page for all that cannot be done: what to do now, and a number for the phone. */
export function ProblemPage({ problem }: { problem: Problem | ServerProblem }) {
  const { t } = useLanguage()
  const visitor = useVisitor()
  const kind = problem.problem
  const home =
    visitor.signedIn === 'staff' ? staffAt.today : visitor.signedIn ? personAt.home : publicAt.front
  return (
    <>
      <ErrorPage
        code={codes[kind]}
        heading={t(`problem:${kind}.heading`)}
        text={t(`problem:${kind}.text`)}
        errorId={visitor.requestId}
        action={kind === 'sessionEnded' ? undefined : { href: home, label: t(`problem:${kind}.action`) }}
      />
      {kind === 'sessionEnded' ? <KeptForm action={problem.action} kept={problem.kept} /> : null}
      {kind === 'otherOrigin'
        ? problem.kept.map((text, index) => (
            <TextArea key={index} name={`kept-${index}`} label={t('problem:kept')} value={text} rows={8} />
          ))
        : null}
    </>
  )
}

/** The same form again: sign in in another tab, come back, send. Nothing was stored. */
function KeptForm({ action, kept }: { action: string; kept: [name: string, value: string][] }) {
  const { t } = useLanguage()
  return (
    <form method="post" action={action} className="stack">
      <ol className="steps">
        <li>
          <a href={publicAt.signIn} target="_blank" rel="noopener">
            {t('problem:sessionEnded.signIn')}
          </a>
        </li>
        <li>{t('problem:sessionEnded.return')}</li>
      </ol>
      {kept.map(([name, value]) =>
        name === 'text' ? (
          <TextArea key={name} name={name} label={t('problem:kept')} value={value} rows={8} />
        ) : (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      <Button variant="primary" type="submit">
        {t('problem:sessionEnded.send')}
      </Button>
    </form>
  )
}
