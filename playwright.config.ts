import { defineConfig, devices } from '@playwright/test'
import { chromiumArgs, findChromium } from './tests/support/chromium'

const launchOptions = { executablePath: findChromium(), args: chromiumArgs }
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions, locale: 'sv-SE' }
const desktop = {
  ...devices['Desktop Chrome'],
  viewport: { width: 1280, height: 800 },
  launchOptions,
  locale: 'sv-SE',
}
const server = '**/*.server.spec.ts'
// Ways in and out and what is sent: a wide screen changes nothing of them.
const sameOnAll = '**/{sign-in,sign-out,posts,settings,dictation,spoken-note}.spec.ts'
// What staff do at a desk: that their pages fit a phone is in pages.spec.ts.
const atDesk = '**/{release,staff-workplace}.spec.ts'

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
  // A test says by its tag where alone it has a meaning: with script, or on one of the screens.
  projects: [
    { name: 'phone', testIgnore: [server, atDesk], use: phone },
    {
      name: 'phone-without-script',
      testIgnore: server,
      grepInvert: /@(script|phone|desktop)/,
      use: { ...phone, javaScriptEnabled: false },
    },
    { name: 'desktop', testIgnore: [server, sameOnAll], grepInvert: /@phone/, use: desktop },
    // What no screen changes: addresses, headers, what happens when a part goes away.
    { name: 'server', testMatch: server, use: desktop },
  ],
})
