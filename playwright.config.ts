import { defineConfig, devices } from '@playwright/test'
import { chromiumArgs, findTestChromium } from './tests/support/chromium'

const launchOptions = { executablePath: findTestChromium(), args: chromiumArgs }
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions, locale: 'sv-SE' }
const desktop = {
  ...devices['Desktop Chrome'],
  viewport: { width: 1280, height: 800 },
  launchOptions,
  locale: 'sv-SE',
}
const server = '**/*.server.spec.ts'
// What staff do at a desk: that their pages fit a phone is in pages.spec.ts.
const atDesk = '**/{release,staff-workplace}.spec.ts'
// What a wide screen may change: the pages themselves, and the ways through them.
const onAnyScreen = '**/{pages,story-tindra}.spec.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/stack.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A hang ends; a busy machine does not fail a test.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  forbidOnly: true,
  // A trace of every test costs a fifth of the time: --trace on draws one when it is needed.
  use: { screenshot: 'only-on-failure' },
  projects: [
    { name: 'phone', testIgnore: [server, atDesk], use: phone },
    // Every page, and one way through each kind of form; what a form does is asked with script.
    {
      name: 'phone-without-script',
      grep: /@without-script/,
      use: { ...phone, javaScriptEnabled: false },
    },
    { name: 'desktop', testMatch: [atDesk, onAnyScreen], grepInvert: /@phone/, use: desktop },
    // What no screen changes: addresses, headers, what happens when a part goes away.
    { name: 'server', testMatch: server, use: desktop },
    // Where they are installed; what is not run is said before the tests.
    { name: 'other-browsers', testDir: 'tests/other-browsers', use: desktop },
  ],
})
