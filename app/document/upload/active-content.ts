import { PdfArray, PdfDict, PdfName, PdfStream } from '@libpdf/core'
import type { UploadRule } from './upload-refusal.ts'

type PdfValue = ReturnType<PdfDict['get']>
type Find = NonNullable<Parameters<PdfDict['get']>[1]>

// Names are compared as they read: the parser has undone escapes (/#4A#53 is /JS).
const byKey: Record<string, UploadRule> = {
  JS: 'script',
  JavaScript: 'script',
  AA: 'action',
  EmbeddedFiles: 'embeddedFile',
  EF: 'embeddedFile',
  RF: 'embeddedFile',
  Collection: 'embeddedFile',
  AF: 'embeddedFile',
  XFA: 'form',
  RichMediaContent: 'media',
  Renditions: 'media',
}
const byType: Record<string, UploadRule> = {
  EmbeddedFile: 'embeddedFile',
  Sound: 'media',
  Rendition: 'media',
}
/** Kinds of actions (ISO 32000-1 12.6.4) and of annotations (12.5.6). */
const byActionKind: Record<string, UploadRule> = {
  JavaScript: 'script',
  Launch: 'action',
  GoToR: 'action',
  GoToE: 'action',
  Thread: 'action',
  SubmitForm: 'action',
  ResetForm: 'action',
  ImportData: 'action',
  Hide: 'action',
  SetOCGState: 'action',
  Rendition: 'media',
  Movie: 'media',
  Sound: 'media',
  RichMediaExecute: 'media',
  GoTo3DView: 'media',
}
const byAnnotation: Record<string, UploadRule> = {
  Widget: 'form',
  FileAttachment: 'embeddedFile',
  Movie: 'media',
  Sound: 'media',
  Screen: 'media',
  RichMedia: 'media',
  '3D': 'media',
}

/** What a value holds that does something, however deep; what it refers to is looked at as an object of its own. */
export function activeContent(value: PdfValue | null, find: Find): UploadRule | null {
  const left: (PdfValue | null)[] = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (next instanceof PdfArray) for (const inner of next) left.push(inner)
    if (!(next instanceof PdfDict)) continue
    const rule = activeDict(next, find)
    if (rule) return rule
    for (const [, inner] of next) left.push(inner)
  }
  return null
}

function activeDict(dict: PdfDict, find: Find): UploadRule | null {
  for (const key of dict.keys()) {
    const rule = own(byKey, key.value)
    if (rule) return rule
  }
  return (
    own(byType, nameOf(dict, 'Type', find)) ??
    own(byActionKind, nameOf(dict, 'S', find)) ??
    own(byAnnotation, nameOf(dict, 'Subtype', find)) ??
    (opensElsewhere(dict, find) || isElsewhere(dict, find) ? 'action' : null)
  )
}

/** What a page shows may lie in another file (ISO 32000-1 7.3.8.2 and 8.10.4): nobody could freeze it. */
function isElsewhere(dict: PdfDict, find: Find): boolean {
  const isForm = nameOf(dict, 'Subtype', find) === 'Form'
  return (dict instanceof PdfStream && dict.has('F')) || (isForm && dict.has('Ref'))
}

/** A link may lead to the web or to a letter, not to a file or a program. */
function opensElsewhere(dict: PdfDict, find: Find): boolean {
  if (nameOf(dict, 'S', find) !== 'URI') return false
  const address = dict.getString('URI', find)?.asString() ?? ''
  return !/^(?:https?:\/\/|mailto:|tel:)/i.test(address)
}

function nameOf(dict: PdfDict, key: string, find: Find): string {
  const value = dict.get(key, find)
  return value instanceof PdfName ? value.value : ''
}

const own = (rules: Record<string, UploadRule>, name: string): UploadRule | null =>
  Object.hasOwn(rules, name) ? rules[name]! : null
