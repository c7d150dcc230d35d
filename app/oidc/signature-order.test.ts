import { expect, test } from 'vitest'
import { brokers } from './brokers'
import { claimsOf } from './signature-order'

const claim = (name: string) => `https://id.oidc.se/claim/${name}`
const { 'oidc-sweden': broker } = brokers

test.each([
  ['a personal identity number', '199001012385', 'personalIdentityNumber', 'coordinationNumber'],
  ['a coordination number', '199001612389', 'coordinationNumber', 'personalIdentityNumber'],
])('whoever has %s is pinned by it, and asked for no other number', (_, number, pinned, other) => {
  const { id_token: asked } = claimsOf(broker, broker.signing!, number)
  expect(asked[claim(pinned)]).toEqual({ essential: true, value: number })
  expect(Object.keys(asked)).not.toContain(claim(other))
})
