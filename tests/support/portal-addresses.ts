import routes from '../../app/routes'

/** What an address is filled with. A parameter nobody named here fails the test that meets it. */
export type Ids = { caseId: string; noteId: string; documentId: string; threadId: string }

const remarks = ['stammer-inte', 'kommentar', 'be-om-att-fa-lasa', 'nagot-annat']

/** Every address of the portal, as app/routes.ts has them; patterns keep their parameters. */
export const patterns: readonly string[] = routes.map(({ path }) => `/${path ?? ''}`)

/** The patterns that name a thing: a case, a note, a document, a question. */
export const patternsWithIds = patterns.filter((pattern) => pattern.includes('/:'))

/** The addresses of a pattern: one, or one for each kind of remark. */
export function addressesOf(pattern: string, ids: Ids): string[] {
  const each = pattern.includes(':remark')
    ? remarks.map((remark) => pattern.replace(':remark', remark))
    : [pattern]
  return each.map((address) => address.replace(/:(\w+)/g, (_all, name: string) => idNamed(name, ids)))
}

function idNamed(name: string, ids: Ids): string {
  if (!(name in ids)) throw new Error(`app/routes.ts has a parameter that this test does not know: ${name}`)
  return encodeURIComponent(ids[name as keyof Ids])
}
