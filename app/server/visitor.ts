import { createHmac } from 'node:crypto'
import type { Request } from 'express'
import { readCookie } from '../access/cookies.ts'
import { isLanguage, languageFromHeader } from '../i18n/languages.ts'
import type { DataKeys } from '../person/data-keys.ts'
import type { Device, TextSize, Visitor } from '../visitor/visitor.ts'

export function visitorOf(req: Request, origin: string): Visitor {
  const cookies = req.headers.cookie
  const language = readCookie(cookies, 'language', origin)
  const textSize = readCookie(cookies, 'textSize', origin)
  return {
    language: isLanguage(language) ? language : languageFromHeader(req.headers['accept-language']),
    textSize: isTextSize(textSize) ? textSize : 'normal',
    signedIn: null,
    municipalityName: null,
    secondsLeft: null,
    holder: null,
  }
}

function isTextSize(value: unknown): value is TextSize {
  return value === 'normal' || value === 'large' || value === 'larger'
}

/** Only as exact as the sign-in history needs. */
export function deviceOf(userAgent: string | undefined): Device {
  const text = (userAgent ?? '').slice(0, 500)
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(text)) return 'tablet'
  return /Mobi|iPhone|Android/.test(text) ? 'phone' : 'computer'
}

/** Hashed, so that rate limits store no address. @param network as networkOf gives it */
export function callerKeyOf(network: string, keys: DataKeys): Buffer {
  return createHmac('sha256', keys.lookup).update(`caller ${network}`).digest()
}
