export type Policy = Record<string, readonly string[]>

/** `formTargets`: the brokers and the quick exit. Browsers apply form-action to redirects too. */
export function contentPolicy(formTargets: readonly string[]): Policy {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'"],
    'media-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'", ...formTargets],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    'require-trusted-types-for': ["'script'"],
  }
}

export function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}

const closedAbilities = 'camera=(), geolocation=(), payment=(), usb=()'

export const staffHeaders = { 'Permissions-Policy': `${closedAbilities}, microphone=(self)` }

/** ASVS 5.0 3.4, 3.5.8. With no-referrer, forms would send `Origin: null`, which we refuse. */
export function securityHeaders(origin: string): Record<string, string> {
  const https = origin.startsWith('https:')
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': `${closedAbilities}, microphone=()`,
    'X-Robots-Tag': 'noindex',
    ...(https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload' } : {}),
  }
}
