import type { Town } from './town'

/** The texts of remarks that were written in a town beside those of the stories, oldest first. */
export async function remarksIn({ owner, id }: Town): Promise<string[]> {
  const { rows } = await owner.query<{ text: string }>(
    `select text from remark where municipality_id = $1 and written_at >= '2026-09-15' order by written_at`,
    [id],
  )
  return rows.map(({ text }) => text)
}
