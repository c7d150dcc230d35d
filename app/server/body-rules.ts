import { largestFile } from '../dictation/recording/sound-file.ts'

export type BodyRule = { method: 'POST' | 'PUT'; largestBody: number; seconds: number }

const form: BodyRule = { method: 'POST', largestBody: 256 * 1024, seconds: 30 }

const rules: readonly { address: RegExp; rule: BodyRule }[] = [
  {
    address: /^\/handlaggare\/inspelningar\/[^/]+\/delar\/[^/]+$/i,
    rule: { method: 'PUT', largestBody: 64 * 1024, seconds: 30 },
  },
  {
    // The file plus the form. 400 MB take an hour on a slow line.
    address: /^\/handlaggare\/inspelningar\/[^/]+\/fil$/i,
    rule: { method: 'POST', largestBody: largestFile + 64 * 1024, seconds: 3600 },
  },
  {
    // 100,000 characters, up to nine bytes each when a form holds Arabic or Chinese.
    address: /^\/handlaggare\/anteckningar\/[^/]+(\/utkast)?$/i,
    rule: { method: 'POST', largestBody: 1024 * 1024, seconds: 30 },
  },
  { address: /^\/api\/v1\/recordings$/i, rule: { method: 'POST', largestBody: largestFile, seconds: 3600 } },
  { address: /^\/api\/v1\//i, rule: { method: 'POST', largestBody: 1024 * 1024, seconds: 30 } },
]

export function bodyRuleOf(path: string): BodyRule {
  return rules.find(({ address }) => address.test(path))?.rule ?? form
}

/** Streams stay open, so they do not count against the request limit. */
export function isStream(path: string): boolean {
  return /^\/handlaggare\/inspelningar\/[^/]+\/handelser$/i.test(path)
}
