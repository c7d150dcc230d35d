import { readCertificate } from './certificate.ts'
import { itemsIn, referenceIn, textIn, type PdfEntries } from './pdf-object.ts'
import { entriesOf } from './pdf-update.ts'
import { canonicalText, type PdfValue } from './pdf-value.ts'
import { refuse } from './refusal.ts'
import { signatureOf, type Sealed } from './sealed.ts'

/**
 * What may come after a seal: a document time stamp with its field, and validation data that it covers.
 * @throws Refusal when anything else was added or changed
 */
export function checkRenewal(later: Sealed, earlier: Sealed): void {
  const { update, catalog, form } = later
  const { trailer } = earlier.update
  if (textIn(update.trailer, 'Prev') !== String(earlier.update.crossReferences)) refuse('renewal-change')
  for (const key of ['Root', 'Info', 'ID'])
    if (!isSameIn(update.trailer, trailer, key)) refuse('renewal-change')
  if (!isSame(catalog, earlier.catalog, 'AcroForm', 'DSS')) refuse('renewal-change')
  if (!isSame(form, earlier.form, 'Fields')) refuse('renewal-change')
  const [before, after] = [earlier.form, form].map((entries) => itemsIn(entries, 'Fields').map(canonicalText))
  const field = itemsIn(form, 'Fields').at(-1)!
  if (after!.slice(0, -1).join() !== before!.join()) refuse('renewal-change')

  const root = referenceIn(update.trailer, 'Root')
  const store = referenceIn(catalog, 'DSS')
  const known = new Set([root, referenceIn(catalog, 'AcroForm'), store])
  if (field.kind === 'reference') known.add(field.object).add(signatureOf(update, field))
  for (const number of checkStore(later, earlier, store)) known.add(number)
  const firstNew = Number(textIn(trailer, 'Size'))
  if (update.ownNumber !== null && update.ownNumber < firstNew) refuse('renewal-change')
  for (const number of update.objects.keys()) {
    if (!known.has(number) || (number !== root && number < firstNew)) refuse('renewal-change')
  }
}

/** Validation data: certificates, each a stream; those of an earlier store stay. */
function checkStore({ update }: Sealed, earlier: Sealed, store: number): number[] {
  const entries = entriesOf(update, store)
  if ([...entries.keys()].toSorted().join() !== 'Certs,Type') refuse('renewal-store')
  const all = itemsIn(entries, 'Certs')
  const isNew = (item: PdfValue) => item.kind === 'reference' && update.objects.has(item.object)
  const kept = all.filter((item) => !isNew(item)).map(canonicalText)
  if (storedBefore(earlier)?.some((item, index) => canonicalText(item) !== kept[index]))
    refuse('renewal-store')
  return all.filter(isNew).map((item) => {
    const object = item.kind === 'reference' ? update.objects.get(item.object) : undefined
    if (item.kind !== 'reference' || object?.value.kind !== 'dictionary' || !object.stream)
      refuse('renewal-store')
    if ([...object.value.entries.keys()].join() !== 'Length') refuse('renewal-store')
    readCertificate(object.stream)
    return item.object
  })
}

/** Null when there was no store, or it is the frozen document's own, of which this judge knows nothing. */
function storedBefore({ update, catalog }: Sealed): PdfValue[] | null {
  const store = catalog.get('DSS')
  const isOurs = store?.kind === 'reference' && update.objects.has(store.object)
  return isOurs ? itemsIn(entriesOf(update, store.object), 'Certs') : null
}

function isSame(a: PdfEntries, b: PdfEntries, ...but: string[]): boolean {
  const keys = new Set([...a.keys(), ...b.keys()])
  return [...keys].every((key) => but.includes(key) || isSameIn(a, b, key))
}

const isSameIn = (a: PdfEntries, b: PdfEntries, key: string) => textIn(a, key) === textIn(b, key)
