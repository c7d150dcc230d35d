import { renderToString } from 'react-dom/server'
import { HtmlPage } from './html-page'
import { LanguageProvider, languageValue } from '../i18n/language-context'
import { textsIn } from '../i18n/texts.server'
import type { Problem } from './problem'
import { ProblemPage, type ServerProblem } from './problem-page'
import { VisitorProvider, type VisitorValue } from '../visitor/visitor-context'

/** A whole page for the server's own answers: other origin, too many tries, no database. */
export function renderProblem(problem: Problem | ServerProblem, visitor: VisitorValue, now: Date): string {
  return `<!DOCTYPE html>${renderToString(
    <LanguageProvider value={languageValue(visitor.language, textsIn(visitor.language), now)}>
      <VisitorProvider value={visitor}>
        <HtmlPage title="problem:title">
          <ProblemPage problem={problem} />
        </HtmlPage>
      </VisitorProvider>
    </LanguageProvider>,
  )}`
}
