import ar from '../../../locales/ar/notice.json' with { type: 'json' }
import en from '../../../locales/en/notice.json' with { type: 'json' }
import fi from '../../../locales/fi/notice.json' with { type: 'json' }
import so from '../../../locales/so/notice.json' with { type: 'json' }
import svLatt from '../../../locales/sv-latt/notice.json' with { type: 'json' }
import sv from '../../../locales/sv/notice.json' with { type: 'json' }
import type { NoticeWording } from '../../../db/roles.ts'
import type { Language } from '../../i18n/languages.ts'

const texts = { sv, 'sv-latt': svLatt, en, ar, fi, so } satisfies Record<Language, unknown>

/** `subject` stands above an e-mail and a push alone. */
export type SentWords = { subject: string; text: string }

/** `named` says who sends, since the person has chosen that. */
export type Wording = { wording: NoticeWording; municipality: string }

/** That there is something, never what. One text for every kind of notice: which one it is would tell, too. */
export function noticeWords(language: Language, { wording, municipality }: Wording): SentWords {
  const { sent } = texts[language]
  return wording === 'named'
    ? {
        subject: sent.named.subject,
        text: filled(sent.named.text, { municipality: isolated(municipality, language) }),
      }
    : { subject: sent.neutral.subject, text: sent.neutral.text }
}

/** Where to turn with questions, which digital post asks for. */
export function supportWords(language: Language): string {
  return texts[language].sent.support.text
}

/** With the code that confirms an address. */
export function codeWords(language: Language, code: string): SentWords {
  const { code: said } = texts[language].sent
  return { subject: said.subject, text: filled(said.text, { code: isolated(code, language) }) }
}

/**
 * In Arabic a number or a Swedish name would turn round what stands beside it (Unicode UAX 9: LRI, PDI). Elsewhere the marks are left
 * out: one of them makes an SMS UCS-2.
 */
function isolated(value: string, language: Language): string {
  return language === 'ar' ? `\u2066${value}\u2069` : value
}

function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '')
}
