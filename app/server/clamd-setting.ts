import type { Logger } from 'pino'
/** Where clamd listens: what connects a socket to it. */
export type ClamdAddress = { host: string; port: number } | { path: string }

/**
 * Reads CLAMD_URL: `tcp://host:port` or `unix:/path`.
 * @throws Error that names the fault
 */
export function clamdAddressOf(text: string): ClamdAddress {
  const path = /^unix:(\/.+)$/.exec(text)?.[1]
  if (path) return { path }
  const url = URL.canParse(text) ? new URL(text) : null
  if (
    url?.protocol !== 'tcp:' ||
    !url.hostname ||
    !url.port ||
    url.pathname.length > 1 ||
    url.username !== ''
  )
    throw new Error('must be tcp://host:port or unix:/path')
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
}

type Scanning = { production: boolean; scansFiles: boolean }

/** Tells the operator at the start that no scanner looks at files from people (decision 35), where that is no demo. */
export function tellIfUnscanned({ production, scansFiles }: Scanning, log: Pick<Logger, 'warn'>): void {
  if (!production || scansFiles) return
  log.warn({ setting: 'CLAMD_URL' }, 'files from people are not scanned, only decoded and looked into')
}
