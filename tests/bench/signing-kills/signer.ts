import { personAt } from '../../../app/addresses.ts'
import { people } from '../../../db/seed/people.ts'
import { storyId } from '../../../db/seed/story-id.ts'
import { createTestBrowser } from '../../../services/broker/test-browser.ts'

/** How a request stands, as its page says it to the person. */
type Standing = 'toSign' | 'judging' | 'signed'
/** `told` is what the address says of how it went, if not well (app/signing/page/sign-outcome.tsx). */
export type Answer = { status: number; told: string | null }
export type Leaving = { address: string; fields: URLSearchParams; cookie: string }

export type Signer = {
  /** Presses the button. Null when nothing came back that leads to the broker. */
  order: (documentId: string) => Promise<Leaving | null>
  /** Signs in the app. Gives the address that the broker sends the browser back to. */
  sign: (leaving: Leaving) => Promise<URL>
  /** Null when the connection broke before there was an answer. */
  comeBack: (callback: URL, leaving: Leaving) => Promise<Answer | null>
  /** Null while the portal or its database is away. */
  standing: (documentId: string) => Promise<Standing | null>
}

const patience = 40_000
const caseId = storyId('case', 'EK-2026-1187')
const person = people.peter.number

/** Peter's browser, without script: what it sends is what the pages hold. */
export function createSigner(address: string, cookie: string): Signer {
  const ask = (path: string | URL, init: RequestInit = {}, more = '') =>
    fetch(new URL(path, address), {
      ...init,
      headers: { origin: address, cookie: cookie + more },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    }).then(
      async (answer) => ({ answer, text: await answer.text() }),
      () => null,
    )
  const page = async (documentId: string) => {
    const got = await ask(personAt.sign(caseId, documentId))
    return got?.answer.ok ? got.text : null
  }
  return {
    order: async (documentId) => {
      const [form] = formsIn((await page(documentId)) ?? '')
      if (form?.fields.get('step') !== 'sign') return null
      const sent = await ask(personAt.sign(caseId, documentId), { method: 'POST', body: form.fields })
      const [leaving] = formsIn(sent?.text ?? '')
      if (!sent?.answer.ok || !leaving?.fields.has('request')) return null
      return { ...leaving, cookie: sent.answer.headers.get('set-cookie')!.split(';')[0]! }
    },
    sign: async ({ address: broker, fields }) => {
      const browser = createTestBrowser()
      const first = await browser.open(broker, { method: 'POST', body: fields })
      const post = (action: string) =>
        browser.open(first.url, { method: 'POST', body: new URLSearchParams({ person, action }) })
      await post('identify')
      return (await post('sign')).url
    },
    comeBack: async (callback, leaving) => {
      const got = await ask(callback, {}, `; ${leaving.cookie}`)
      if (!got) return null
      const { status, headers } = got.answer
      return { status, told: new URL(headers.get('location') ?? '', address).searchParams.get('svar') }
    },
    standing: async (documentId) => {
      const text = await page(documentId)
      if (text === null) return null
      if (text.includes('Du har skrivit under')) return 'signed'
      return text.includes('Vi kontrollerar den nu') ? 'judging' : 'toSign'
    },
  }
}

type Form = { address: string; fields: URLSearchParams }

/** The forms of a page that hold something unseen, the page's own first. */
function formsIn(html: string): Form[] {
  const main = html.slice(Math.max(0, html.indexOf('<main')))
  return [...main.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', inside = '']) => {
    const fields = new URLSearchParams()
    for (const [input] of inside.matchAll(/<input\b[^>]*>/g)) {
      fields.append(valueOf(input, 'name'), valueOf(input, 'value'))
    }
    return { address: valueOf(attributes, 'action'), fields }
  })
}

const marks: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }

function valueOf(tag: string, attribute: string): string {
  const value = new RegExp(`\\b${attribute}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replace(/&(?:amp|lt|gt|quot|#x27);/g, (mark) => marks[mark]!)
}
