import { defineConfig, devices } from '@playwright/test'
import { chromiumArgs, findChromium } from './tests/support/chromium'

const launchOptions = { executablePath: findChromium(), args: chromiumArgs }
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions, locale: 'sv-SE' }

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/stack.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  forbidOnly: true,
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'phone', use: phone },
    { name: 'phone-without-script', use: { ...phone, javaScriptEnabled: false } },
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 }, launchOptions, locale: 'sv-SE' } },
  ],
})
