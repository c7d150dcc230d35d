import type { ReactNode } from 'react'
import { personAt, publicAt, staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { LanguageSwitch } from './language-switch'
import { MainNav } from './main-nav'
import { QuickExit } from './quick-exit'
import { SessionWarning } from './session-warning'

type PageShellProps = {
  municipality?: string | undefined
  signedIn?: 'person' | 'staff' | undefined
  /** Address of this page: marks its link, and brings the reader back after changing language. */
  path?: string | undefined
  /** Persons' pages always have the quick exit. */
  withExit?: boolean | undefined
  children: ReactNode
}

const homes = { person: personAt.home, staff: staffAt.today } as const

export function PageShell({ municipality, signedIn, path, withExit, children }: PageShellProps) {
  const { t } = useLanguage()
  const canLeave = signedIn === 'person' || withExit === true
  // Whoever has not come in yet may not read Swedish; on a page that can be left, the way out is what stands there.
  const languagesFirst = !signedIn && !canLeave
  return (
    <div className={signedIn === 'staff' ? 'page page-staff' : 'page'}>
      <a className="skip" href="#innehall">
        {t('ui:skip')}
      </a>
      <header className={languagesFirst ? 'top top-open' : 'top'}>
        <div className="top-row">
          <a className="name" href={signedIn ? homes[signedIn] : publicAt.front}>
            <strong lang="sv">{t('ui:name')}</strong>
            {municipality ? <span lang="sv">{municipality}</span> : null}
          </a>
          {signedIn ? <MainNav reader={signedIn} path={path} /> : null}
          {canLeave ? <QuickExit /> : null}
          {languagesFirst ? <LanguageSwitch returnTo={path} /> : null}
        </div>
      </header>
      <main className="main" id="innehall" tabIndex={-1}>
        {children}
      </main>
      <Footer
        path={path}
        isOpen={languagesFirst}
        isSignedIn={signedIn !== undefined}
        withExitNote={canLeave}
      />
      {signedIn ? <SessionWarning signedIn={signedIn} /> : null}
    </div>
  )
}

function ExitNote() {
  const { t } = useLanguage()
  return (
    <p className="foot-note">
      {t('ui:exit.note')} <span className="keys">{t('ui:exit.keys')}</span>
    </p>
  )
}

type FooterProps = {
  path: string | undefined
  /** The languages stand at the top. */
  isOpen: boolean
  isSignedIn: boolean
  withExitNote: boolean
}

function Footer({ path, isOpen, isSignedIn, withExitNote }: FooterProps) {
  const { t } = useLanguage()
  return (
    <footer className="foot">
      <div className="foot-row">
        {isOpen ? null : <LanguageSwitch returnTo={path} />}
        <a href={publicAt.accessibility}>{t('ui:footer.accessibility')}</a>
        {isSignedIn ? null : <a href={publicAt.check}>{t('ui:footer.check')}</a>}
        {withExitNote ? <ExitNote /> : null}
      </div>
    </footer>
  )
}
