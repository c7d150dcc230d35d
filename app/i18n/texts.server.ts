import { htmlLang, languages, type Language } from './languages'
import { textsOf, type Texts, type TFunction } from './texts'

// Bundled: no text is read from disk during a request, and a build without a language cannot start.
const files = import.meta.glob<Texts>(['../../locales/*/*.json', '!**/broker.json'], {
  eager: true,
  import: 'default',
})

const roomsByLanguage = new Map<Language, Record<string, Texts>>(
  languages.map((language) => [language, roomsOf(language)]),
)
const tByLanguage = new Map<Language, TFunction>(
  languages.map((language) => [language, textsOf(roomsByLanguage.get(language)!, htmlLang[language])]),
)

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
