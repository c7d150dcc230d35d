import { datesIn } from '../i18n/dates'
import { textsIn } from '../i18n/texts.server'

/** What a note is called until it has a title of its own: "Möte 14 april 2026". In Swedish, as every record is. */
export function titleOfKind(kind: string, eventAt: Date): string {
  return `${wordOf(kind)} ${datesIn('sv', eventAt).full(eventAt)}`
}

/** A title that says nothing but the kind, which stands beside it already. */
export function saysOnlyKind(title: string, kind: string): boolean {
  return title.trim().toLocaleLowerCase('sv') === wordOf(kind).toLocaleLowerCase('sv')
}

const wordOf = (kind: string) => textsIn('sv')(`note:kind.${kind}`)
