import { readFileSync } from 'node:fs'

const LANGUAGES = ['sv', 'sv-latt', 'en', 'ar', 'fi', 'so'] as const
export type Language = (typeof LANGUAGES)[number]

export const UI_LOCALES: readonly string[] = LANGUAGES

type Tree = { [key: string]: string | Tree }

const trees = new Map(LANGUAGES.map((language) => [language, load(language)]))

export type Translate = (key: string, values?: Record<string, string>) => string

/** `ui_locales` (OpenID Connect Core 3.1.2.1): best first, then without region, then Swedish. */
export function chooseLanguage(uiLocales: unknown): Language {
  const tags = typeof uiLocales === 'string' ? uiLocales.toLowerCase().split(' ') : []
  return tags.flatMap((tag) => [tag, tag.split('-')[0]]).find(isLanguage) ?? 'sv'
}

/** Fills in `{{name}}`. @throws when the key is missing */
export function translator(language: Language): Translate {
  const tree = trees.get(language) ?? {}
  return (key, values = {}) => {
    const text = key.split('.').reduce<string | Tree | undefined>(descend, tree)
    if (typeof text !== 'string') throw new Error(`no text ${key} in ${language}`)
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
  }
}

function descend(node: string | Tree | undefined, key: string): string | Tree | undefined {
  return typeof node === 'object' ? node[key] : undefined
}

function isLanguage(tag: string | undefined): tag is Language {
  return LANGUAGES.some((language) => language === tag)
}

function load(language: Language): Tree {
  const file = new URL(`../../locales/${language}/broker.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Tree
}
