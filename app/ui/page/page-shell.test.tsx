import { expect, test } from 'vitest'
import { htmlOf } from '../../../tests/support/html'
import { languages } from '../../i18n/languages'
import { PageShell } from './page-shell'

test('the skip link is the first thing the Tab key reaches, and leads to the content', () => {
  const html = htmlOf(<PageShell>text</PageShell>)
  expect(/<(a|button|input)[^>]*>/.exec(html)?.[0]).toBe('<a class="skip" href="#innehall">')
  expect(html).toContain('<main class="main" id="innehall" tabindex="-1">text</main>')
})

test.each([
  ['person', true],
  ['staff', false],
  [undefined, false],
] as const)('the quick exit for %s: %s', (signedIn, isThere) => {
  const html = htmlOf(<PageShell signedIn={signedIn}>text</PageShell>)
  expect(html.includes('action="/lamna"')).toBe(isThere)
})

test('the session warning says nothing until a script shows it', () => {
  const html = htmlOf(<PageShell signedIn="person">text</PageShell>)
  expect(html).toMatch(/role="alert"[^>]*><form[^>]* hidden=""/)
})

test.each([
  ['person', '/logga-in'],
  ['staff', '/handlaggare/logga-in'],
] as const)('the session warning shows the %s the door to come in by again', (signedIn, door) => {
  const html = htmlOf(<PageShell signedIn={signedIn}>text</PageShell>)
  expect(html).toMatch(new RegExp(`data-when="ended"[^>]*>[^<]*<a href="${door}"`))
})

test('the link to the page one stands on is marked', () => {
  const html = htmlOf(
    <PageShell signedIn="person" path="/insyn">
      text
    </PageShell>,
  )
  expect(html.match(/aria-current="page"/g)).toHaveLength(1)
  expect(html).toContain('<a href="/insyn" aria-current="page">')
})

test.each(languages)(
  'in %s every language is offered in its own name and the own one is marked',
  (language) => {
    const html = htmlOf(<PageShell path="/hem">text</PageShell>, language)
    const names = [...html.matchAll(/name="language" value="([\w-]+)"[^>]*>([^<]+)</g)].map(
      ([, , name]) => name,
    )
    expect(names).toEqual(['Svenska', 'Lätt svenska', 'English', 'العربية', 'Suomi', 'Soomaali'])
    expect(html).toMatch(new RegExp(`value="${language}"[^>]*aria-current="true"`))
  },
)

test('nothing carries an inline style, which the content security policy would drop', () => {
  expect(htmlOf(<PageShell signedIn="person">text</PageShell>)).not.toContain('style=')
})

test.each([
  ['nobody is signed in', {}, 'banner'],
  ['somebody is signed in', { signedIn: 'person' as const }, 'contentinfo'],
  ['the page can be left quickly', { withExit: true }, 'contentinfo'],
])('when %s the languages stand once, in the right place', (_when, props, place) => {
  const html = htmlOf(<PageShell {...props}>text</PageShell>)
  const [top = '', foot = ''] = html.split('</main>')
  expect([top, foot].map((part) => part.includes('name="language"'))).toEqual(
    place === 'banner' ? [true, false] : [false, true],
  )
})
