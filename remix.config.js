// Options of Remix for vite.config.ts. With Vite, Remix itself does not read this file: see
// docs/decisions/0002-remix-config-with-vite.md.
/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    // Off: a deploy would reload the page under somebody who is writing (docs/decisions/0005).
    v3_lazyRouteDiscovery: false,
    unstable_optimizeDeps: false,
  },
}
