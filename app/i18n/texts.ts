/** The texts of a room as its file has them. */
export type Texts = { [key: string]: string | string[] | Texts }

/**
 * A text by `room:key`, or by the first of several keys that is there, with its variables filled in; by `count`, in the
 * form that the language has for the number.
 */
export type TFunction = (key: string | readonly string[], values?: Values) => string

type Values = Readonly<Record<string, string | number | null | undefined>>

/** What stands between a text's variables, and every second part is the name of one. */
type Parts = readonly string[]

/**
 * The texts of one language. Each is taken apart at its first use and kept so: a page has a hundred.
 * @param tag of the language, for its plural forms (Unicode CLDR)
 */
export function textsOf(rooms: Readonly<Record<string, Texts>>, tag: string): TFunction {
  const plurals = new Intl.PluralRules(tag)
  const known = new Map<string, Parts>()
  const partsOf = (key: string): Parts | undefined => {
    const kept = known.get(key)
    if (kept) return kept
    const text = textAt(rooms, key)
    if (text === undefined) return undefined
    const parts = text.split(/\{\{(\w+)\}\}/)
    known.set(key, parts)
    return parts
  }
  const countedPartsOf = (key: string, count: number): Parts | undefined =>
    // Where nothing is there a language may say so, whatever form its grammar has for 0.
    (count === 0 ? partsOf(`${key}_zero`) : undefined) ??
    partsOf(`${key}_${plurals.select(count)}`) ??
    partsOf(key) ??
    partsOf(`${key}_other`)
  const foundIn = (key: string, values: Values) =>
    typeof values['count'] === 'number' ? countedPartsOf(key, values['count']) : partsOf(key)
  return (asked, values = {}) => {
    const keys = typeof asked === 'string' ? [asked] : asked
    for (const key of keys) {
      const parts = foundIn(key, values)
      if (parts) return filled(parts, values)
    }
    return keys.at(-1)!.replace(/^[^:]*:/, '')
  }
}

function textAt(rooms: Readonly<Record<string, Texts>>, key: string): string | undefined {
  const [room = '', path = ''] = key.split(':')
  let found: string | string[] | Texts | undefined = rooms[room]
  for (const name of path.split('.'))
    found = typeof found === 'object' && Object.hasOwn(found, name) ? (found as Texts)[name] : undefined
  return typeof found === 'string' ? found : undefined
}

function filled(parts: Parts, values: Values): string {
  let text = parts[0]!
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index]!
    text += (name in values ? String(values[name] ?? '') : `{{${name}}}`) + parts[index + 1]!
  }
  return text
}
