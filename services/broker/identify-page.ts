import { OUTCOMES, type IdentifyForm, type People, type Problem } from './answer.ts'
import { html, type Html } from './html.ts'
import { nameOf } from './sign-in.ts'
import { renderPage } from './page.ts'
import { translator, type Language, type Translate } from './texts.ts'

type WhoView = { people: People; form: IdentifyForm; problem?: Problem }

type IdentifyView = WhoView & { language: Language; clientName: string; message: string | undefined }

export function renderIdentifyPage(view: IdentifyView): string {
  const t = translator(view.language)
  const title = t('identify.title')
  return renderPage(
    view.language,
    view.problem ? `${t('problem.prefix')} ${title}` : title,
    html`<h1>${title}</h1>
      <p class="asks">${t('identify.asks', { client: view.clientName })}</p>
      ${view.message !== undefined && renderMessage(t, view.clientName, view.message)}
      <form method="post">
        ${renderPeople(t, view)} ${view.people.mayTypeNumber && renderNumber(t, view)}
        ${renderOutcomes(t, view)}
        <div class="actions">
          <button class="primary" name="action" value="identify">${t('identify.submit')}</button>
          <button name="action" value="cancel">${t('identify.cancel')}</button>
        </div>
      </form>`,
  )
}

function renderMessage(t: Translate, client: string, message: string): Html {
  return html`<section class="message" aria-labelledby="message-title">
    <h2 id="message-title">${t('identify.message', { client })}</h2>
    <p class="message-text" dir="auto">${message}</p>
  </section>`
}

export function renderPeople(t: Translate, { people, form, problem }: WhoView): Html {
  const failed = problem?.field === 'person' && problem
  return html`<fieldset ${failed && html`aria-describedby="person-problem"`}>
    <legend>${t('identify.people')}</legend>
    ${failed && renderProblem(t, 'person-problem', failed.key)}
    <div class="people">
      ${people.choices.map(
        (choice, index) =>
          html`<label class="choice person">
            <input
              type="radio"
              name="person"
              value="${choice.idNumber.digits}"
              aria-labelledby="name-${index}"
              aria-describedby="part-${index} digits-${index}"
              ${choice.idNumber.digits === form.person && html`checked`}
              ${failed && index === 0 && html`autofocus`}
            />
            <span class="who">
              <bdi class="name" id="name-${index}">${nameOf(choice)}</bdi>
              <bdi class="digits" id="digits-${index}">${formatNumber(choice.idNumber.digits)}</bdi>
            </span>
            <span class="part" id="part-${index}"><bdi>${choice.part}</bdi></span>
          </label>`,
      )}
    </div>
  </fieldset>`
}

export function renderNumber(t: Translate, { form, problem }: WhoView): Html {
  const failed = problem?.field === 'number' && problem
  return html`<div class="field">
    <label for="number">${t('identify.number')}</label>
    <p class="quiet" id="number-hint">${t('identify.numberHint')}</p>
    ${failed && renderProblem(t, 'number-problem', failed.key)}
    <input
      id="number"
      name="number"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      spellcheck="false"
      dir="ltr"
      value="${form.number}"
      aria-describedby="${failed ? 'number-hint number-problem' : 'number-hint'}"
      ${failed && html`aria-invalid="true" autofocus`}
    />
  </div>`
}

function renderOutcomes(t: Translate, { people, form }: IdentifyView): Html {
  const offered = OUTCOMES.filter((outcome) => outcome !== 'otherPerson' || people.choices.length > 1)
  return html`<details ${form.outcome !== 'none' && html`open`}>
    <summary>${t('outcome.title')}</summary>
    <fieldset>
      <legend class="quiet">${t('outcome.hint')}</legend>
      ${offered.map(
        (outcome) =>
          html`<label class="choice">
            <input
              type="radio"
              name="outcome"
              value="${outcome}"
              ${outcome === form.outcome && html`checked`}
            />
            <span>${t(`outcome.${outcome}`)}</span>
          </label>`,
      )}
    </fieldset>
  </details>`
}

function renderProblem(t: Translate, id: string, key: string): Html {
  return html`<p class="problem" id="${id}">
    <span class="visually-hidden">${t('problem.prefix')}</span> ${t(`problem.${key}`)}
  </p>`
}

function formatNumber(digits: string): string {
  return `${digits.slice(0, 8)}-${digits.slice(8)}`
}
