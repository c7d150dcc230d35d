import { expect, test } from 'vitest'
import { isPublicAddress, publicAddressesOf } from './public-host.ts'
import { pushSubscriptionIn } from './push-subscription.ts'

const keys = {
  p256dh: Buffer.alloc(65, 4).toString('base64url'),
  auth: Buffer.alloc(16, 1).toString('base64url'),
}
const subscription = { endpoint: 'https://push.example/abc', keys }

test('what a browser gives is taken, and nothing beside it', () => {
  const given = JSON.stringify({ ...subscription, expirationTime: null, name: 'Tindra' })
  expect(pushSubscriptionIn(given)).toEqual(subscription)
})

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['null', 'null'],
  ['no keys', JSON.stringify({ endpoint: subscription.endpoint })],
  ['a plain http address', JSON.stringify({ ...subscription, endpoint: 'http://push.example/abc' })],
  ['a file', JSON.stringify({ ...subscription, endpoint: 'file:///etc/passwd' })],
  ['a user in the address', JSON.stringify({ ...subscription, endpoint: 'https://a:b@push.example/' })],
  ...['push.example:8443', '198.51.100.7', '2130706433', '[2a00:1450::1]', 'localhost.example:25'].map(
    (host) => [`the host ${host}`, JSON.stringify({ ...subscription, endpoint: `https://${host}/abc` })],
  ),
  ['a short key', JSON.stringify({ ...subscription, keys: { ...keys, p256dh: 'AAAA' } })],
  ['a long secret', JSON.stringify({ ...subscription, keys: { ...keys, auth: keys.p256dh } })],
  [
    'an address without end',
    JSON.stringify({ ...subscription, endpoint: `https://push.example/${'a'.repeat(2000)}` }),
  ],
])('%s is no subscription', (_what, text) => {
  expect(pushSubscriptionIn(text)).toBeNull()
})

test.each(['8.8.8.8', '142.250.74.74', '2a00:1450:400f:80d::200a'])(
  '%s is of the open internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
  ],
  ...[
    '198.18.0.1',
    '192.0.2.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
  ],
  ...['ff02::1', 'localhost', ''],
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['localhost', '127.0.0.1', '[::1]', '0x7f.1', '2130706433'])(
  'the host %s leads nowhere, however it is written',
  async (host) => {
    await expect(publicAddressesOf(new URL(`https://${host}/`).hostname)).rejects.toMatchObject({
      code: 'notPublic',
    })
  },
)
