import { tags } from './der-form.ts'
import { oidOf, textOf } from './der-values.ts'
import { Fields, membersOf, readDer, valuesOf } from './der.ts'

/** The attributes of a distinguished name (X.501), each with its object identifier. */
export function nameAttributes(name: Buffer): { id: string; text: string }[] {
  return valuesOf(readDer(name)).flatMap((set) =>
    membersOf(set).map((attribute) => {
      const fields = new Fields(attribute)
      const id = oidOf(fields.take(tags.oid))
      const text = textOf(fields.any())
      fields.end()
      return { id, text }
    }),
  )
}
