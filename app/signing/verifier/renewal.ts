import { readCertificate } from './certificate.ts'
import { itemsIn, referenceIn, textIn, type PdfEntries } from './pdf-object.ts'
import { entriesOf, type PdfUpdate } from './pdf-update.ts'
import { canonicalText, type PdfValue } from './pdf-value.ts'
import { refuse } from './refusal.ts'
import type { RevocationProof } from './revocation.ts'
import { signatureOf, type Sealed } from './sealed.ts'

/**
 * What may come after a seal: a document time stamp with its field, and validation data that it covers.
 * @returns what it brings to say that certificates had not been taken back, not judged yet
 * @throws Refusal when anything else was added or changed
 */
export function checkRenewal(later: Sealed, earlier: Sealed): RevocationProof[] {
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
  const { numbers, proofs } = checkStore(later, earlier, store)
  for (const number of numbers) known.add(number)
  const firstNew = Number(textIn(trailer, 'Size'))
  if (update.ownNumber !== null && update.ownNumber < firstNew) refuse('renewal-change')
  for (const number of update.objects.keys()) {
    if (!known.has(number) || (number !== root && number < firstNew)) refuse('renewal-change')
  }
  return proofs
}

const lists = ['CRLs', 'Certs', 'OCSPs'] as const
type List = (typeof lists)[number]
type Store = { numbers: number[]; proofs: RevocationProof[] }

/** Validation data: certificates and what was said of them, each a stream; those of an earlier store stay. */
function checkStore({ update }: Sealed, earlier: Sealed, store: number): Store {
  const entries = entriesOf(update, store)
  const isKnown = (key: string) => key === 'Type' || lists.some((list) => list === key)
  if (![...entries.keys()].every(isKnown) || textIn(entries, 'Type') !== '/"DSS"') refuse('renewal-store')
  const added = lists.map((list) => ({ list, streams: addedTo(list, update, entries, earlier) }))
  const proofs = added.flatMap(({ list, streams }) =>
    streams.flatMap(({ bytes }) => (list === 'Certs' ? [] : [{ kind: list, bytes }])),
  )
  for (const { bytes } of added.find(({ list }) => list === 'Certs')!.streams) readCertificate(bytes)
  return { numbers: added.flatMap(({ streams }) => streams.map(({ number }) => number)), proofs }
}

function addedTo(list: List, update: PdfUpdate, entries: PdfEntries, earlier: Sealed) {
  const all = itemsIn(entries, list)
  const isNew = (item: PdfValue) => item.kind === 'reference' && update.objects.has(item.object)
  const kept = all.filter((item) => !isNew(item)).map(canonicalText)
  const before = storedBefore(earlier, list)
  if (before && before.join() !== kept.join()) refuse('renewal-store')
  return all.filter(isNew).map((item) => {
    const object = item.kind === 'reference' ? update.objects.get(item.object) : undefined
    if (item.kind !== 'reference' || object?.value.kind !== 'dictionary' || !object.stream)
      refuse('renewal-store')
    if ([...object.value.entries.keys()].join() !== 'Length') refuse('renewal-store')
    return { number: item.object, bytes: object.stream }
  })
}

/** Null when there was no store, or it is the frozen document's own, of which this judge knows nothing. */
function storedBefore({ update, catalog }: Sealed, list: List): string[] | null {
  const store = catalog.get('DSS')
  const isOurs = store?.kind === 'reference' && update.objects.has(store.object)
  return isOurs ? itemsIn(entriesOf(update, store.object), list).map(canonicalText) : null
}

function isSame(a: PdfEntries, b: PdfEntries, ...but: string[]): boolean {
  const keys = new Set([...a.keys(), ...b.keys()])
  return [...keys].every((key) => but.includes(key) || isSameIn(a, b, key))
}

const isSameIn = (a: PdfEntries, b: PdfEntries, key: string) => textIn(a, key) === textIn(b, key)
