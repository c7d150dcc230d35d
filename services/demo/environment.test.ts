import { expect, test } from 'vitest'
import { environmentFor, type Part } from './environment.ts'

const machine = { PATH: '/bin', HOME: '/home/x', LANG: 'sv_SE.UTF-8' }
const speech = { TRANSCRIBER_HUB: 'off', TRANSCRIBER_KEY: 'a key of sixteen letters' }
const fetching = { HTTPS_PROXY: 'http://proxy', NODE_EXTRA_CA_CERTS: '/etc/ca.pem' }
const others = {
  AWS_SECRET_ACCESS_KEY: 'x',
  DATABASE_URL: 'postgres://real',
  DATA_KEYS: 'x',
  SEAL_KEY_PASSWORD: 'x',
  NODE_OPTIONS: '--inspect',
}
const whole = { ...machine, ...speech, ...fetching, ...others }

test.each<[Part, Record<string, string>]>([
  ['broker', machine],
  ['portal', machine],
  ['build', machine],
  ['worker', { ...machine, TRANSCRIBER_KEY: speech.TRANSCRIBER_KEY }],
  ['transcriber', { ...machine, ...speech, ...fetching }],
])('%s knows of whoever starts the demo what it needs and nothing else', (part, known) => {
  expect(environmentFor(part, whole)).toEqual(known)
})
