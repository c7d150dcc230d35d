import type { Audience } from '../../db/roles'

/** What a note or document is called for this reader: a child gets the child's own title where there is one. */
export function itemTitle(item: { title: string; childTitle: string | null }, audience: Audience): string {
  return audience === 'child' ? (item.childTitle ?? item.title) : item.title
}

/** The kind in words, or null where the title already begins with it: "Hembesök" is not said twice. */
export function kindBeside(title: string, kind: string): string | null {
  return title.toLocaleLowerCase('sv').startsWith(kind.toLocaleLowerCase('sv')) ? null : kind
}
