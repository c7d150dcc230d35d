export type Policy = Record<string, readonly string[]>

/**
 * The policy of every page: one script file of ours, nothing inline, nothing from elsewhere.
 * @param formTargets origins a form may redirect to: the brokers, and the quick exit page
 */
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

/**
 * Headers of every answer, errors and files included (ASVS 5.0 3.4, 3.5.8). Referrer-Policy is same-origin: with
 * no-referrer browsers send `Origin: null` with a form, and we would refuse it.
 */
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
