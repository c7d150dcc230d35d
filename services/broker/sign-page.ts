import type { IdentifyForm, People, Problem } from './answer.ts'
import { html, type Html } from './html.ts'
import { renderNumber, renderPeople } from './identify-page.ts'
import { renderPage } from './page.ts'
import { nameOf, type Identity } from './sign-in.ts'
import { SIGN_FAULTS } from './sign-fault.ts'
import { translator, type Language, type Translate } from './texts.ts'

type View = { language: Language; clientName: string; form: IdentifyForm }
type SignerView = View & { people: People; problem?: Problem }
type TextView = View & { identity: Identity; text: string }

/** Asks who it is, before anything of the text is shown. */
export function renderSignerPage(view: SignerView): string {
  const t = translator(view.language)
  const title = t('sign.title')
  return renderPage(
    view.language,
    view.problem ? `${t('problem.prefix')} ${title}` : title,
    html`<h1>${title}</h1>
      <p class="asks">${t('sign.asks', { client: view.clientName })}</p>
      <form method="post">
        ${renderPeople(t, view)} ${view.people.mayTypeNumber && renderNumber(t, view)}
        <div class="actions">
          <button class="primary" name="action" value="identify">${t('sign.continue')}</button>
          <button name="action" value="cancel">${t('sign.cancel')}</button>
        </div>
      </form>`,
  )
}

export function renderTextPage({ language, clientName, form, identity, text }: TextView): string {
  const t = translator(language)
  const title = t('sign.title')
  return renderPage(
    language,
    title,
    html`<h1>${title}</h1>
      <p class="asks">${t('sign.from', { client: clientName })}</p>
      <section class="to-sign" aria-labelledby="text-title">
        <h2 id="text-title">${t('sign.text')}</h2>
        <div class="sign-text" dir="auto">${text}</div>
      </section>
      <form method="post">
        <p>
          ${t('sign.signer')} <strong><bdi>${nameOf(identity)}</bdi></strong>
        </p>
        <input type="hidden" name="person" value="${form.person}" />
        <input type="hidden" name="number" value="${form.number}" />
        ${renderFaults(t)}
        <div class="actions">
          <button class="primary" name="action" value="sign">${t('sign.submit')}</button>
          <button name="action" value="cancel">${t('sign.cancel')}</button>
        </div>
      </form>`,
  )
}

function renderFaults(t: Translate): Html {
  return html`<details>
    <summary>${t('fault.title')}</summary>
    <fieldset>
      <legend class="quiet">${t('fault.hint')}</legend>
      ${SIGN_FAULTS.map(
        (fault) =>
          html`<label class="choice">
            <input type="radio" name="fault" value="${fault}" ${fault === 'none' && html`checked`} />
            <span>${t(`fault.${fault}`)}</span>
          </label>`,
      )}
    </fieldset>
  </details>`
}
