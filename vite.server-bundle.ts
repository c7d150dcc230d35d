import type { Plugin } from 'vite'

/**
 * Builds the portal's server together with its pages (docs/decisions/0043): what both use is there once, a start reads four
 * files instead of a thousand, and of a package only what is used is there at all.
 */
export function serverBundle(): Plugin {
  return {
    name: 'server-bundle',
    apply: 'build',
    config: (_config, { isSsrBuild }) => (isSsrBuild ? bundled : {}),
  }
}

const bundled = {
  build: {
    // What needs-node-24.js has found.
    target: 'node24',
    minify: 'esbuild',
    // For a profile, which tells by them what belongs to whom (tests/bench/profile/in-sources.ts); a start does not read them.
    sourcemap: 'hidden',
    rollupOptions: {
      input: {
        start: 'app/server/start.ts',
        index: 'virtual:remix/server-build',
        portal: 'app/server/serve.ts',
        // Started, too, at each start: it must show what it writes.
        'pdf-process': 'app/document/pdf/pdf-process.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
  // Text of one byte a letter is read, compiled and kept at half the price. Names stay: the log tells where a fault was.
  esbuild: { charset: 'ascii', legalComments: 'none', minifyIdentifiers: false },
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: {
    noExternal: true,
    // What brings WebAssembly or native code of its own, and what a package asks for and does without.
    external: ['highs', 'pg-native', 'pg-cloudflare', '@myriaddreamin/typst-ts-node-compiler'],
  },
} as const
