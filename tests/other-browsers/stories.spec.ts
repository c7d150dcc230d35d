import { storyId } from '../../db/seed/story-id'
import type { PersonKey, StaffKey } from '../../db/seed/people'
import { quickExitAddress } from '../../app/access/quick-exit-address'
import { expect, test as base } from '../support/browser-test'
import { firefoxKind } from './firefox'
import { visitorAt, type BrowserVisitor } from './visitor'
import { webKitKind } from './webkit'
import type { BrowserKind } from './wire'

// A few stories in the browsers that Playwright cannot drive on Debian: docs/decisions/0039-other-browsers.md.
const caseId = storyId('case', 'EK-2026-0412')
const note = `/arenden/${caseId}/anteckningar/${storyId('note', 'A3')}`

type Fixtures = {
  kind: BrowserKind
  visitor: BrowserVisitor
  visitorAs: (who: PersonKey | StaffKey) => Promise<BrowserVisitor>
}

const test = base.extend<Fixtures>({
  kind: [firefoxKind, { option: true }],
  visitor: async ({ kind, origin }, use) => {
    const wire = await kind.start()
    await use(visitorAt(wire, origin))
    await wire.stop()
  },
  visitorAs: async ({ visitor, town }, use) =>
    use(async (who) => {
      await visitor.take(await town.session(who))
      return visitor
    }),
})

for (const kind of [firefoxKind, webKitKind]) {
  test.describe(kind.name, () => {
    test.use({ kind })
    test.skip(() => kind.missing() !== null, `not run: ${kind.missing()} on this machine`)

    test(`${kind.name}: Tindra signs in through the broker and comes home`, async ({ visitor, town }) => {
      await visitor.open('/logga-in')
      await visitor.press('Logga in med BankID')
      await expect.poll(visitor.words).toContain('Annat testnummer')
      await visitor.write('Annat testnummer', await town.number('tindra'))
      await visitor.press('Identifiera')
      await expect.poll(visitor.words).toContain('Hej Tindra')
      expect(await visitor.path()).toBe('/hem')
    })

    test(`${kind.name}: a note is read in its voices, and fits its window`, async ({ visitorAs }) => {
      const tindra = await visitorAs('tindra')
      await tindra.open(note)
      await tindra.press('Så står det i anteckningen')
      expect(await tindra.words()).toMatch(/Till dig från Mira[^]*Det här hände[^]*Det här sa du/)
      expect(
        await tindra.ask('return document.documentElement.scrollWidth - innerWidth'),
      ).toBeLessThanOrEqual(0)
      const voices = await tindra.ask<string[]>(
        'return [...document.querySelectorAll(".voice")].map((each) => getComputedStyle(each).borderInlineStartWidth)',
      )
      expect(new Set(voices).size).toBeGreaterThan(1)
    })

    test(`${kind.name}: a question is kept as a draft, found again and sent`, async ({ visitorAs, town }) => {
      const tindra = await visitorAs('tindra')
      await tindra.open(`/arenden/${caseId}/fragor/ny`)
      await tindra.write('Din fråga', 'Får min bror komma med?')
      await tindra.press('Spara utkast')
      await expect.poll(tindra.words).toContain('Bara du ser det')
      await tindra.open(`/arenden/${caseId}/fragor`)
      expect(await tindra.words()).toContain('Inte skickat än')
      await tindra.press('Får min bror komma med?')
      await expect.poll(tindra.words).toContain('Din fråga')
      await tindra.press('Skicka')
      await expect.poll(tindra.words).toContain('Du kan ångra dig till')
      const { rows } = await town.owner.query(
        `select from message where municipality_id = $1 and text = 'Får min bror komma med?'`,
        [town.id],
      )
      expect(rows).toHaveLength(1)
    })

    test(`${kind.name}: the quick exit can be pressed over an open menu, ends the session and leaves nothing to go back to`, async ({
      visitorAs,
      requestAs,
      town,
    }) => {
      const session = await town.session('tindra')
      const tindra = await visitorAs('tindra')
      await tindra.take(session)
      await tindra.open(note)
      if (await tindra.ask('return matchMedia("(max-width: 63.99rem)").matches')) await tindra.press('Meny')
      await tindra.press('Lämna snabbt').catch(() => undefined)
      await expect.poll(tindra.path).toBe(quickExitAddress)
      const request = await requestAs(null)
      const answer = await request.get('/hem', { headers: { Cookie: `${session.name}=${session.value}` } })
      expect(answer.status()).toBe(303)
      await tindra.back()
      expect(await tindra.words()).not.toContain('extra mamma')
    })

    test(`${kind.name}: a recorder without a microphone says so, and typing is kept`, async ({
      visitorAs,
    }) => {
      const samira = await visitorAs('samira')
      await samira.open(`/handlaggare/arenden/${caseId}/ny-anteckning`)
      await samira.press('Samtal')
      await expect.poll(samira.words).toContain('Spela in')
      await expect
        .poll(async () => {
          await samira.press('Spela in').catch(() => undefined)
          return samira.words()
        })
        .toMatch(/Mikrofonen är blockerad|Ingen mikrofon hittades|Webbläsaren kan inte spela in/)
      await samira.write('Text', 'Skrivet i stället.')
      await expect.poll(samira.words).toMatch(/^Sparat$/m)
    })
  })
}
