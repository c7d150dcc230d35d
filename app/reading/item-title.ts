import type { Audience } from '../../db/roles'
import { isChild } from '../person/is-child'

export function itemTitle(item: { title: string; childTitle: string | null }, audience: Audience): string {
  return isChild(audience) ? (item.childTitle ?? item.title) : item.title
}

/** Null if the title already begins with the kind, so "Hembesök" is not shown twice. */
export function kindBeside(title: string, kind: string): string | null {
  return title.toLocaleLowerCase('sv').startsWith(kind.toLocaleLowerCase('sv')) ? null : kind
}
