import { expect, test } from 'vitest'
import { htmlOf } from '../../tests/support/html'
import { VisitorProvider, type VisitorValue } from '../visitor/visitor-context'
import type { Problem } from './problem'
import { ProblemPage, type ServerProblem } from './problem-page'

const visitor: VisitorValue = {
  language: 'sv',
  textSize: 'normal',
  signedIn: 'person',
  municipalityName: 'Ekdala kommun',
  secondsLeft: 900,
  holder: 'marie',
  requestId: 'r1',
  path: '/hem',
  outcome: null,
}

const pageOf = (problem: Problem | ServerProblem, reader: Partial<VisitorValue> = {}) =>
  htmlOf(
    <VisitorProvider value={{ ...visitor, ...reader }}>
      <ProblemPage problem={problem} />
    </VisitorProvider>,
  )

const ofAnother = { problem: 'otherHolder', door: '/logga-in', action: '/hem' } as const

test.each<[string, Problem | ServerProblem, string]>([
  ['of another, sealed', { ...ofAnother, sealed: 'sealed' }, 'Hämta min text'],
  [
    'from another place, shown',
    { problem: 'otherOrigin', kept: ['Jag vill byta tid.'] },
    'Jag vill byta tid.',
  ],
])(
  'a text %s, comes before the way out, and the way out is not the filled button',
  (_whose, problem, text) => {
    const html = pageOf(problem)
    expect(html.indexOf(text)).toBeGreaterThan(0)
    expect(html.indexOf('>Hem<')).toBeGreaterThan(html.indexOf(text))
    expect(html).not.toContain('button-primary')
  },
)

test.each<[string, Problem | ServerProblem]>([
  ['a form of another that held nothing', { ...ofAnother, sealed: null }],
  ['a form without text from another place', { problem: 'otherOrigin', kept: [] }],
])('%s leaves nothing to keep, and the way out is filled', (_what, problem) => {
  expect(pageOf(problem)).toMatch(/class="button button-primary"[^>]*>Hem</)
})

test('whoever is staff is not told to call their caseworker when their words could not be sent', () => {
  const gone: Problem = { problem: 'notTaken', kept: ['Vi ses på fredag.'] }
  expect(pageOf(gone)).toContain('Hör av dig till din socialsekreterare')
  expect(pageOf(gone, { signedIn: 'staff' })).not.toContain('Hör av dig till din socialsekreterare')
  expect(pageOf(gone, { signedIn: 'staff' })).toContain('Kopiera texten')
})
