import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { faultNames } from '../app/document/content/fault-names.ts'
import { pdfRules } from '../app/document/pdf/pdf-refusal.ts'
import { attachmentRules } from '../app/attachment/attachment-refusal.ts'
import { uploadRules } from '../app/document/upload/upload-refusal.ts'
import { languages, type Language } from '../app/i18n/languages.ts'
import { deadlineKinds, disclosureGrounds, documentTypes, noteKinds } from '../db/closed-lists.ts'

const root = join(import.meta.dirname, '..')
const rooms = readdirSync(join(root, 'locales/sv')).map((name) => name.replace('.json', ''))
const plural = /_(zero|one|two|few|many|other)$/
const intlTag: Record<Language, string> = {
  sv: 'sv',
  'sv-latt': 'sv',
  en: 'en',
  ar: 'ar',
  fi: 'fi',
  so: 'so',
}

describe.each(languages)('the texts in %s', (language) => {
  test('fill the same rooms as Swedish', () => {
    expect(readdirSync(join(root, 'locales', language)).sort()).toEqual(
      rooms.map((room) => `${room}.json`).sort(),
    )
  })

  test.each(rooms)('have in %s the keys and variables of Swedish, none empty', (room) => {
    const swedish = textsOf('sv', room)
    const own = textsOf(language, room)
    expect(keysOf(own)).toEqual(keysOf(swedish))
    for (const [key, text] of own) {
      expect(text.trim(), key).not.toBe('')
      const original = swedish.get(key) ?? swedish.get(key.replace(plural, '_other')) ?? ''
      // "one" may say the number in words.
      const mayOmit = /_(zero|one|two)$/.test(key) ? ['count'] : []
      expect(
        variablesOf(text).filter((name) => !mayOmit.includes(name)),
        key,
      ).toEqual(variablesOf(original).filter((name) => !mayOmit.includes(name)))
    }
  })

  test('have every plural form that the language needs', () => {
    const needed = new Intl.PluralRules(intlTag[language]).resolvedOptions().pluralCategories
    for (const room of rooms) {
      const own = [...textsOf(language, room).keys()]
      const counted = new Set(own.filter((key) => plural.test(key)).map((key) => key.replace(plural, '')))
      for (const key of counted) {
        const forms = own
          .filter((each) => each.replace(plural, '') === key && plural.test(each))
          .map((each) => each.split('_').at(-1))
        expect(forms, `${room}:${key}`).toEqual(expect.arrayContaining(needed))
      }
    }
  })
})

const components = readdirSync(join(root, 'app'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
  .map((entry) => join(entry.parentPath, entry.name))

test('no text stands in code', () => {
  expect(components.filter((path) => path.endsWith('.tsx')).flatMap(textsInCode)).toEqual([])
})

test('every text that code asks for by name exists', () => {
  const known = new Set(
    rooms.flatMap((room) =>
      [...textsOf('sv', room).keys()].map((key) => `${room}:${key.replace(plural, '')}`),
    ),
  )
  const asked = components.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/'((?:[a-z]+):[a-zA-Z][\w.-]*)'/g)].map((match) => match[1]!),
  )
  const missing = asked.filter((key) => rooms.includes(key.split(':')[0]!) && !known.has(key))
  expect(missing).toEqual([])
  expect(asked.length).toBeGreaterThan(50)
})

test.each([
  ['kind of note', 'note', 'kind', noteKinds],
  ['type of document', 'document', 'type', documentTypes],
  ['kind of deadline, late', 'case', 'deadline', deadlineKinds.map((kind) => `${kind}.late`)],
  ['kind of deadline that comes next', 'case', 'next.what', deadlineKinds],
  ['kind of deadline among cases', 'staff', 'deadline', deadlineKinds],
  ['kind of deadline to keep', 'staff', 'due.kind', deadlineKinds],
  ['fault of a document', 'document', 'fault', faultNames],
  ['reason why no PDF is made', 'document', 'pdf.refused', pdfRules],
  ['reason why a PDF is not taken', 'document', 'upload.refused', uploadRules],
  ['reason why an attachment is not taken', 'attachment', 'refused', attachmentRules],
  // A ground's own code holds the characters that keys are split at.
  ['ground', 'release', 'ground', disclosureGrounds.map((ground) => ground.replaceAll(/[ :]/g, '-'))],
])('every %s has its words', (_what, room, group, values: readonly string[]) => {
  const known = textsOf('sv', room)
  expect(values.filter((value) => !known.has(`${group}.${value}`))).toEqual([])
  expect(values.length).toBeGreaterThan(0)
})

function textsOf(language: Language, room: string): Map<string, string> {
  const texts = new Map<string, string>()
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') texts.set(path, value)
    else if (Array.isArray(value)) value.forEach((each, index) => walk(each, `${path}[${index}]`))
    else if (value && typeof value === 'object') {
      for (const [key, each] of Object.entries(value)) walk(each, path ? `${path}.${key}` : key)
    }
  }
  walk(JSON.parse(readFileSync(join(root, 'locales', language, `${room}.json`), 'utf8')), '')
  return texts
}

function keysOf(texts: Map<string, string>): string[] {
  return [...new Set([...texts.keys()].map((key) => key.replace(plural, '_plural')))].sort()
}

function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]!))].sort()
}

/** Words between tags or in attributes that people hear or see. */
function textsInCode(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )
  const found: string[] = []
  const spoken = ['aria-label', 'title', 'alt', 'placeholder', 'label', 'caption', 'heading']
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text)) found.push(`${path}: ${node.text.trim()}`)
    if (
      ts.isJsxAttribute(node) &&
      spoken.includes(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      if (/\p{L}{2}/u.test(node.initializer.text) && !/^\w+:[\w.-]+$/.test(node.initializer.text))
        found.push(`${path}: ${node.initializer.text}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
