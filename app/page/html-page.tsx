import type { ReactNode } from 'react'
import styles from '../app.css?url'
import { useLanguage } from '../i18n/language-context'
import { htmlLang } from '../i18n/languages'
import { HolderProvider } from '../ui/form/own-form'
import { PageShell } from '../ui/page/page-shell'
import { useVisitor } from '../visitor/visitor-context'

type HtmlPageProps = {
  /** Key of a neutral title: titles stay in histories and task switchers, so they never reveal the content. */
  title: string
  /** Whether a page that nobody is signed in on can be left quickly. */
  exit?: boolean | undefined
  children: ReactNode
}

export function HtmlPage({ title, exit, children }: HtmlPageProps) {
  const { language, dir, t } = useLanguage()
  const visitor = useVisitor()
  const said = visitor.outcome ? `${t(`ui:title.${visitor.outcome}`)} ` : ''
  return (
    <html
      lang={htmlLang[language]}
      dir={dir}
      data-text={visitor.textSize === 'normal' ? undefined : visitor.textSize}
      data-session-ends={visitor.secondsLeft === null ? undefined : visitor.secondsLeft * 1000}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${said}${t(title)} – ${t('ui:name')}`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        <script src="/enhance.js" type="module" />
        {visitor.outcome === 'fault' ? <script src="/answered.js" type="module" /> : null}
      </head>
      <body>
        <HolderProvider value={visitor.holder}>
          <PageShell
            municipality={visitor.municipalityName ?? undefined}
            signedIn={visitor.signedIn ?? undefined}
            path={visitor.path}
            withExit={exit}
          >
            {children}
          </PageShell>
        </HolderProvider>
      </body>
    </html>
  )
}
