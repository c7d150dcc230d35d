import { defineConfig } from 'vite'
import { compressedFiles } from './vite.compressed-files.ts'

/** The scripts of pages that go on in the browser, without Remix and its plugin (docs/decisions/0012). */
export default defineConfig({
  // The last of the two builds: all that is public is there.
  plugins: [compressedFiles()],
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    // Beside the styles that Remix's build has left there.
    outDir: 'build/client',
    emptyOutDir: false,
    copyPublicDir: false,
    manifest: 'islands.json',
    rollupOptions: {
      input: ['app/browser/desk.tsx', 'app/browser/keep-answer.ts', 'app/browser/recorder.ts'],
      // A folder of their own: all in it is public, which Remix's own list of routes in assets/ is not.
      output: { entryFileNames: 'islands/[name]-[hash].js', chunkFileNames: 'islands/[name]-[hash].js' },
    },
  },
})
