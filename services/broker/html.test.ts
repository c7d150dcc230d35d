import { expect, test } from 'vitest'
import { html } from './html.ts'

test('values are escaped in text and in attributes', () => {
  const evil = `"'<b>&`
  expect(html`<p title="${evil}">${evil}</p>`.toString()).toBe(
    '<p title="&quot;&#39;&lt;b&gt;&amp;">&quot;&#39;&lt;b&gt;&amp;</p>',
  )
})

test('markup made by the tag is kept, alone and in lists, and nothing is nothing', () => {
  const items = ['a', '<'].map((text) => html`<li>${text}</li>`)
  const list = html`<ul>
    ${items}${false}${undefined}
  </ul>`
  expect(list.toString().replace(/\s/g, '')).toBe('<ul><li>a</li><li>&lt;</li></ul>')
})
