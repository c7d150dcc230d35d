import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ToBrokerForm } from './to-broker-form'

test('the way to the broker is a form that works without script, and keeps what it carries out of the address', () => {
  const fields = { client_id: 'portal', request: 'a"b' }
  const page = renderToStaticMarkup(
    <ToBrokerForm address="https://broker.example/authorize" fields={fields}>
      Skriv under
    </ToBrokerForm>,
  )
  expect(page).toContain('<form method="post" action="https://broker.example/authorize"')
  expect(page).toContain('<input type="hidden" name="request" value="a&quot;b"/>')
  expect(page).toMatch(/<button[^>]*type="submit"[^>]*>Skriv under<\/button>/)
})
