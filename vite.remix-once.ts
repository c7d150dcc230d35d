import type { Plugin } from 'vite'

type Change = { of: RegExp; from: string; to: string }

/**
 * What Remix does on every request though it comes out the same each time, or is thrown away, is left out of the built
 * server (docs/decisions/0010). `npm run dev` runs Remix as it came. A build fails where Remix no longer says what stands
 * here.
 */
export function remixOnce(): Plugin {
  const left = new Set<Change>()
  return {
    name: 'remix-once',
    apply: 'build',
    transform(code, id, options) {
      const wanted = options?.ssr ? changes.filter(({ of }) => of.test(id)) : []
      if (wanted.length === 0) return null
      for (const change of wanted) left.delete(change)
      return { code: wanted.reduce(changed, code), map: null }
    },
    buildStart() {
      if (this.environment.config.build.ssr) for (const change of changes) left.add(change)
    },
    buildEnd(error) {
      if (!error && left.size > 0)
        this.error(`Remix has no ${[...left].map(({ of }) => of).join(', ')} any more`)
    },
  }
}

function changed(code: string, { from, to, of }: Change): string {
  if (!code.includes(from)) throw new Error(`${of} no longer says: ${from}`)
  return code.replaceAll(from, to)
}

const server = /@remix-run\/server-runtime\/dist\/esm\/server\.js$/
const data = /@remix-run\/server-runtime\/dist\/esm\/data\.js$/
const router = /@remix-run\/router\/dist\/router\.js$/

const changes: readonly Change[] = [
  // A page's data for the framework's script in the browser. No page has one.
  {
    of: server,
    from: 'serverHandoffStream: encodeViaTurboStream(state, request.signal, build.entry.module.streamTimeout, serverMode),',
    to: '',
  },
  // Two copies of the request without what only the framework's script asks for: an address without a question has none.
  ...['Index', 'Routes'].map((name) => ({
    of: data,
    from: `function strip${name}Param(request) {`,
    to: `function strip${name}Param(request) {
  if (request.body === null && !request.url.includes('?')) return request;`,
  })),
  // The same routes give the same branches, in the same order.
  {
    of: router,
    from: `let branches = flattenRoutes(routes);
  rankRouteBranches(branches);`,
    to: `let branches = branchesOf.get(routes);
  if (!branches) {
    branches = flattenRoutes(routes);
    rankRouteBranches(branches);
    branchesOf.set(routes, branches);
  }`,
  },
  // And the same path the same expression. Paths are those of app/routes.ts.
  {
    of: router,
    from: 'let [matcher, compiledParams] = compilePath(pattern.path, pattern.caseSensitive, pattern.end);',
    to: `let key = \`\${pattern.caseSensitive} \${pattern.end} \${pattern.path}\`;
  let compiled = compiledOf.get(key);
  if (!compiled) compiledOf.set(key, compiled = compilePath(pattern.path, pattern.caseSensitive, pattern.end));
  let [matcher, compiledParams] = compiled;`,
  },
  {
    of: router,
    from: 'function matchRoutes(routes, locationArg, basename) {',
    to: `const branchesOf = new WeakMap(), compiledOf = new Map();
function matchRoutes(routes, locationArg, basename) {`,
  },
]
