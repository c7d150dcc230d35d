import { PdfArray, PdfDict, PdfName, PdfString, type PDF } from '@libpdf/core'

/** Structure elements that hold one text of the content each. */
const textRoles = new Set(['H1', 'H2', 'H3', 'P', 'Lbl', 'LBody', 'TH', 'TD', 'Caption'])

type TextElement = { element: PdfDict; language: string }
type Inherited = { language: string; hasOwnLabels: boolean }
type Resolve = NonNullable<Parameters<PdfDict['get']>[1]>

/** In the order they are read, with the language that holds for each. */
export function textElements(pdf: PDF): Iterable<TextElement> {
  const resolve: Resolve = (ref) => pdf.getObject(ref)
  const catalog = pdf.getCatalog()
  const language = catalog.getString('Lang', resolve)?.asString() ?? ''
  const root = catalog.getDict('StructTreeRoot', resolve)
  return below(root?.get('K', resolve), { language, hasOwnLabels: false }, resolve)
}

function* below(
  object: ReturnType<PdfDict['get']>,
  inherited: Inherited,
  resolve: Resolve,
): Iterable<TextElement> {
  if (object instanceof PdfArray) {
    for (let at = 0; at < object.length; at++) yield* below(object.at(at, resolve), inherited, resolve)
    return
  }
  const role = object instanceof PdfDict ? object.get('S', resolve) : undefined
  if (!(object instanceof PdfDict) || !(role instanceof PdfName)) return
  const here = inheritedIn(object, role.value, inherited, resolve)
  // Dots and numbers are the compiler's: no text of the content.
  const isOwnLabel = role.value === 'Lbl' && here.hasOwnLabels
  if (textRoles.has(role.value) && !isOwnLabel) yield { element: object, language: here.language }
  else yield* below(object.get('K', resolve), here, resolve)
}

function inheritedIn(element: PdfDict, role: string, inherited: Inherited, resolve: Resolve): Inherited {
  const language = element.get('Lang', resolve)
  return {
    language: language instanceof PdfString ? language.asString() : inherited.language,
    hasOwnLabels: role === 'L' ? !isListOfTerms(element, resolve) : inherited.hasOwnLabels,
  }
}

/** A list whose labels are words says that it is not numbered. */
function isListOfTerms(list: PdfDict, resolve: Resolve): boolean {
  const attributes = list.get('A', resolve)
  const all = attributes instanceof PdfArray ? attributes.toArray() : [attributes]
  return all.some((one) => one instanceof PdfDict && one.getName('ListNumbering', resolve)?.value === 'None')
}
