import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import portalOptions from '../../../remix.config.js'

/** The same Remix with the same flags as the portal, built beside it. */
export default defineConfig({
  plugins: [
    remix({
      ...portalOptions,
      appDirectory: 'tests/bench/data-free-remix',
      buildDirectory: '.cache/bench/data-free-remix',
    }),
  ],
  // The portal's public files are not part of it.
  publicDir: false,
  logLevel: 'error',
})
