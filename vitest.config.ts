import { defineConfig } from 'vitest/config'

// Without the Remix plugin: it refuses to run outside its own build (remix-run/remix#8982).
export default defineConfig({
  test: {
    include: ['{app,db,services,tests,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/programs.ts', 'tests/support/postgres.ts'],
    setupFiles: [
      'tests/support/no-database-left.ts',
      'tests/support/no-process-left.ts',
      'tests/support/quiet-console.ts',
    ],
    maxWorkers: 2,
    // Tests leave nothing behind in their process, and starting one for each file would be a fifth of the time.
    isolate: false,
    // A hang ends; a busy machine does not fail a test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
