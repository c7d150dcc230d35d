import { largestFile } from '../dictation/recording/sound-file.ts'

/** What may be sent to an address: by which method, how many bytes, and for how long it may be on its way. */
export type BodyRule = { method: 'POST' | 'PUT'; largestBody: number; seconds: number }

const form: BodyRule = { method: 'POST', largestBody: 256 * 1024, seconds: 30 }

const rules: readonly { address: RegExp; rule: BodyRule }[] = [
  {
    address: /^\/handlaggare\/inspelningar\/[^/]+\/delar\/[^/]+$/i,
    rule: { method: 'PUT', largestBody: 64 * 1024, seconds: 30 },
  },
  {
    // The file, and the form's own lines around it. An hour is 400 MB over a slow line.
    address: /^\/handlaggare\/inspelningar\/[^/]+\/fil$/i,
    rule: { method: 'POST', largestBody: largestFile + 64 * 1024, seconds: 3600 },
  },
  {
    // 100,000 characters of a draft: nine bytes each in a form where the script is Arabic or Chinese.
    address: /^\/handlaggare\/anteckningar\/[^/]+(\/utkast)?$/i,
    rule: { method: 'POST', largestBody: 1024 * 1024, seconds: 30 },
  },
  { address: /^\/api\/v1\/recordings$/i, rule: { method: 'POST', largestBody: largestFile, seconds: 3600 } },
  { address: /^\/api\/v1\//i, rule: { method: 'POST', largestBody: 1024 * 1024, seconds: 30 } },
]

/** The rule of an address: that of a form, where it has none of its own. */
export function bodyRuleOf(path: string): BodyRule {
  return rules.find(({ address }) => address.test(path))?.rule ?? form
}

/** Answers that go on for as long as the page is open: not counted among the requests being served. */
export function isStream(path: string): boolean {
  return /^\/handlaggare\/inspelningar\/[^/]+\/handelser$/i.test(path)
}
