export type Environment = Record<string, string | undefined>
export type Part = 'broker' | 'transcriber' | 'worker' | 'portal' | 'build'

/** To find programs and what is kept for them, and to write for a moment. */
const ofMachine = ['PATH', 'HOME', 'TMPDIR', 'LANG']

/** To reach what is fetched, from behind somebody's wall. */
const ofFetching = [
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
  ...['NODE_USE_ENV_PROXY', 'NODE_EXTRA_CA_CERTS'],
]

const asked: Record<Part, readonly string[]> = {
  broker: [],
  portal: [],
  build: [],
  worker: ['TRANSCRIBER_KEY'],
  transcriber: [
    ...[
      'TRANSCRIBER_KEY',
      'TRANSCRIBER_MODEL',
      'TRANSCRIBER_MODELS',
      'TRANSCRIBER_MODEL_LOCK',
      'TRANSCRIBER_HUB',
    ],
    ...['TRANSCRIBER_FALLBACK', ...ofFetching],
  ],
}

/**
 * What a part of the demo gets to know of whoever starts it: named settings, since the rest may be somebody's passwords.
 * The demo adds what it makes itself.
 */
export function environmentFor(part: Part, whole: Environment): Environment {
  const named = [...ofMachine, ...asked[part]].filter((name) => whole[name] !== undefined)
  return Object.fromEntries(named.map((name) => [name, whole[name]]))
}
