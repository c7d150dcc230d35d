import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test'
import { tindrasCase } from '../support/asked'
import { expectNoSidewaysScroll } from '../support/page-checks'
import { openMenu } from '../support/menu'

const plan = `/arenden/${tindrasCase}/plan`

/** What somebody would press who aims at the middle of the quick exit. */
const atTheExit = (page: Page) =>
  page.evaluate(() => {
    const exit = document.querySelector('.exit')!
    const { left, top, right, bottom } = exit.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    const name = document.querySelector('.name')!.getBoundingClientRect()
    return {
      isPressed: exit.contains(document.elementFromPoint(x, y)),
      isOnFirstRow: y > name.top && y < name.bottom && top < 60,
      isWhole: left >= 0 && right <= innerWidth && bottom <= Math.min(120, innerHeight),
    }
  })

const reached = { isPressed: true, isOnFirstRow: true, isWhole: true }

for (const name of ['Upplands-Bro kommun', 'Skinnskattebergs kommuns stadsdelsförvaltning'])
  test(
    `in ${name} the quick exit stands on the first row, above the menu and the warning, on any phone`,
    { tag: '@phone' },
    async ({ pageAs, town, setLook }) => {
      await town.owner.query('update municipality set name = $2 where id = $1', [town.id, name])
      const page = await pageAs('tindra')
      for (const [language, size] of [
        ['sv', 'normal'],
        ['fi', 'normal'],
        ['ar', 'larger'],
        ['so', 'larger'],
      ] as const) {
        await setLook(page, language, size)
        for (const [width, height] of [
          [320, 568],
          [390, 844],
          [700, 330],
        ] as const) {
          const where = `${language} ${size} ${width}`
          await page.setViewportSize({ width, height })
          await page.goto(plan)
          await expectNoSidewaysScroll(page, width)
          expect(await atTheExit(page), where).toEqual(reached)
          await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
          await openMenu(page)
          await page.evaluate(() => {
            const warning = document.querySelector<HTMLElement>('.session form')!
            warning.hidden = false
          })
          expect(await atTheExit(page), `${where}, menu and warning open`).toEqual(reached)
        }
      }
    },
  )

test('nothing in the header moves when the font has come', { tag: '@phone' }, async ({ browser, origin }) => {
  const measured = async (hasFont: boolean) => {
    const context = await browser.newContext()
    if (!hasFont) await context.route('**/fonts/**', (route) => route.abort())
    const page = await context.newPage()
    // font-display: optional gives the font from the second page on.
    for (const path of ['/', '/tillganglighet', '/']) {
      await page.goto(origin + path)
      await page.evaluate(() => document.fonts.ready)
    }
    const sizes = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect()
      const inOneLine = (selector: string) => {
        const text = document.querySelector<HTMLElement>(selector)!
        Object.assign(text.style, { whiteSpace: 'nowrap', width: 'max-content', maxWidth: 'none' })
        return text.getBoundingClientRect().width
      }
      return {
        isOurs: [...document.fonts].some(
          ({ family, status }) => /^.?Atkinson/.test(family) && status === 'loaded',
        ),
        header: box('.top').height,
        heading: box('h1').height,
        lead: inOneLine('.lead'),
      }
    })
    await context.close()
    return sizes
  }
  const [before, after] = [await measured(false), await measured(true)]
  expect([before.isOurs, after.isOurs]).toEqual([false, true])
  expect(after).toMatchObject({ header: before.header, heading: before.heading })
  expect(Math.abs(after.lead / before.lead - 1)).toBeLessThan(0.02)
})

test(
  'whoever has not come in chooses a language before anything else',
  { tag: '@without-script' },
  async ({ pageAs }) => {
    const page = await pageAs(null)
    for (const path of ['/', '/logga-in', '/kontrollera', '/tillganglighet']) {
      await page.goto(path)
      await expect(page.getByRole('banner').getByRole('button', { name: 'العربية' })).toBeInViewport()
      await expect(page.getByRole('contentinfo').getByRole('button')).toHaveCount(0)
    }
    await page.getByRole('button', { name: 'Suomi' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'fi')
    await expect(page).toHaveURL(/\/tillganglighet$/)
  },
)
