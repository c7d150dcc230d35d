import type { Received } from './received.ts'

const titles = { email: 'E-post', sms: 'SMS', push: 'Push', digitalPost: 'Digital post' } as const

/** What came, newest first, as a page that says what it is. No script, no files. */
export function postPage(received: readonly Received[]): string {
  const items = received.toReversed().map(
    ({ by, at, from, to, subject, text, id }) => `
    <article><h2>${titles[by]} till ${marked(to)}</h2>
      <p class="facts">${marked(at.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }))}${from ? `, från ${marked(from)}` : ''}</p>
      ${subject ? `<h3 dir="auto">${marked(subject)}</h3>` : ''}<p dir="auto" class="text">${marked(text)}</p>
      <p class="facts">${marked(id)}</p></article>`,
  )
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Demons post</title><style>${css}</style>
<main><h1>Demons post</h1>
<p>Det här har demon skickat i stället för till riktiga telefoner och brevlådor. Sidan hör bara till demon. Ladda om för att se nytt.</p>
<p>E-post till en adress som börjar på <b>studsar</b> kommer tillbaka. SMS till ett nummer som slutar på <b>99</b> kommer aldrig fram.
Den vars personnummer slutar på <b>1</b> eller <b>5</b> har ingen digital brevlåda.</p>
${items.length > 0 ? items.join('') : '<p>Inget har kommit än.</p>'}</main></html>`
}

const css = `body{font:17px/1.5 system-ui,sans-serif;margin:0;color:#222;background:#f7f5f0}main{max-width:42rem;margin:auto;padding:24px 16px}
article{background:#fff;border:1px solid #ccc;border-radius:14px;padding:8px 16px;margin:16px 0}h2{font-size:18px}h3{font-size:17px;margin:0}
.text{white-space:pre-wrap}.facts{color:#555;font-size:14px;overflow-wrap:anywhere}`

function marked(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
