import type { Kysely } from 'kysely'
import sharp from 'sharp'
import { newFace } from '../../app/introduction/new-face.ts'
import type { DataKeys } from '../../app/person/data-keys.ts'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import { storyId } from './story-id.ts'

const text =
  'Hej! Jag heter Mira och har arbetat här sedan 2021. Jag tycker om att prata medan vi går, gärna med min hund Sixten.'

/** Of the staff one has told of herself, with a picture that is plainly drawn; the others are shown by their initials. */
export async function writeIntroduction(tx: Kysely<DB>, keys: DataKeys): Promise<void> {
  const file = (async function* () {
    yield await sharp(Buffer.from(drawing)).png({ palette: true }).toBuffer()
  })()
  const face = await newFace(
    { fileName: 'mira.png', file, isCut: () => false },
    keys,
    storyId('picture', 'mira'),
  )
  if ('refused' in face) throw new Error(`the drawing of Mira: ${face.refused}`)
  await insertAll(tx, 'staff_introduction', [
    {
      municipality_id: storyId('municipality', 'ekdala'),
      staff_id: storyId('staff', 'mira'),
      text,
      picture_id: face.id,
      picture_text: 'En tecknad bild av Mira: mörkt kort hår och grön tröja.',
      picture: face.sealed,
      changed_at: '2026-03-02T10:00:00+01:00',
    },
  ])
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="336" height="336" viewBox="0 0 168 168">
  <rect width="168" height="168" fill="#f3dcae"/>
  <path d="M18 168a66 58 0 0 1 132 0Z" fill="#2f6b52"/>
  <rect x="70" y="92" width="28" height="34" rx="12" fill="#c98f6b"/>
  <circle cx="84" cy="72" r="36" fill="#dba67f"/>
  <path d="M46 76a38 40 0 0 1 76 0q-6-26-30-28-28 0-46 28Z" fill="#2b2320"/>
  <circle cx="71" cy="76" r="4" fill="#2b2320"/><circle cx="97" cy="76" r="4" fill="#2b2320"/>
  <path d="M70 90q14 12 28 0" fill="none" stroke="#2b2320" stroke-width="4" stroke-linecap="round"/>
</svg>`
