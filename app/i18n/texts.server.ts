import { createInstance, type TFunction } from 'i18next'
import { languages, type Language } from './languages'

type Texts = { [key: string]: string | string[] | Texts }

// Bundled: no text is read from disk during a request, and a build without a language cannot start.
const files = import.meta.glob<Texts>(['../../locales/*/*.json', '!**/broker.json'], {
  eager: true,
  import: 'default',
})

const roomsByLanguage = new Map<Language, Record<string, Texts>>(
  languages.map((language) => [language, roomsOf(language)]),
)
const tByLanguage = new Map<Language, TFunction>(languages.map((language) => [language, makeT(language)]))

export function textsIn(language: Language): TFunction {
  return tByLanguage.get(language)!
}

export function roomTexts(language: Language, room: string): Texts {
  return roomsByLanguage.get(language)![room]!
}

function roomsOf(language: Language): Record<string, Texts> {
  const prefix = `/locales/${language}/`
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.includes(prefix))
      .map(([path, texts]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), texts]),
  )
}

function makeT(language: Language): TFunction {
  const instance = createInstance()
  // One i18next instance per language. Easy Swedish has no language tag, so Swedish is used.
  const lng = language === 'sv-latt' ? 'sv' : language
  void instance.init({
    lng,
    fallbackLng: false,
    ns: Object.keys(roomsByLanguage.get(language)!),
    resources: { [lng]: roomsByLanguage.get(language)! },
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return rememberingPlainTexts(instance.t)
}

// A page uses some fifty texts without variables, and i18next computes each anew: a tenth of a page's time.
function rememberingPlainTexts(t: TFunction): TFunction {
  const known = new Map<string, string>()
  const remembering = (key: string, options?: Record<string, unknown>) => {
    if (options) return t(key, options)
    const text = known.get(key) ?? t(key)
    known.set(key, text)
    return text
  }
  return remembering as unknown as TFunction
}
