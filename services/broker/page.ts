import { html, type Html } from './html.ts'
import { translator, type Language } from './texts.ts'

export const STYLE_PATH = '/broker.css'
export const ICON_PATH = '/broker.svg'

/** Always says that this is a test and not BankID. */
export function renderPage(language: Language, title: string, content: Html): string {
  const t = translator(language)
  return html`<!doctype html>
    <html lang="${language.split('-')[0]}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${t('test.name')}</title>
        <link rel="stylesheet" href="${STYLE_PATH}" />
        <link rel="icon" href="${ICON_PATH}" type="image/svg+xml" />
      </head>
      <body>
        <header class="test-strip">
          <strong class="test-badge">${t('test.badge')}</strong>
          <p>${t('test.notice')}</p>
        </header>
        <main>
          <p class="brand">${brandMark()} ${t('test.name')}</p>
          ${content}
        </main>
      </body>
    </html>`.toString()
}

type Notice = 'over' | 'refused' | 'missing' | 'failed'

/** `code` is for whoever connects a service to the broker. */
export function renderNotice(language: Language, notice: Notice, code?: string): string {
  const t = translator(language)
  return renderPage(
    language,
    t(`${notice}.title`),
    html`<h1>${t(`${notice}.title`)}</h1>
      <p>${t(`${notice}.text`)}</p>
      ${code !== undefined && html`<p class="quiet">${t('refused.code')}: <code dir="ltr">${code}</code></p>`}`,
  )
}

function brandMark(): Html {
  return html`<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
    <rect class="mark-ground" width="32" height="32" rx="9" />
    <circle class="mark-line" cx="16" cy="12.5" r="4.5" />
    <path class="mark-line" d="M7.5 25a8.5 7 0 0 1 17 0" />
  </svg>`
}
