import sharp from 'sharp'
import { makePdf } from '../../../app/document/pdf/make-pdf.ts'
import type { StoryFile } from '../story.ts'
import { municipalities, units } from '../people.ts'

const places = [
  [40, 160],
  [130, 60],
  [115, 125],
  [115, 195],
  [130, 260],
  [235, 95],
  [220, 160],
  [235, 225],
  [345, 60],
  [360, 160],
] as const

/** The pitch on Thursday as somebody of the team draws it: ten in blue, and herself on the wing. */
export const pitch: StoryFile = {
  name: 'Så spelar vi på torsdag.png',
  make: () => sharp(Buffer.from(drawing())).png({ palette: true }).toBuffer(),
}

function drawing(): string {
  const players = places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="11" fill="#2b5c9e"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640" viewBox="0 0 480 320">
    <rect width="480" height="320" fill="#3f8f5b"/>
    <g fill="none" stroke="#fff" stroke-width="3">
      <rect x="16" y="16" width="448" height="288"/><path d="M240 16V304"/><circle cx="240" cy="160" r="42"/>
      <rect x="16" y="90" width="70" height="140"/><rect x="394" y="90" width="70" height="140"/>
    </g>
    ${players}
    <circle cx="345" cy="260" r="14" fill="#f2c230" stroke="#222" stroke-width="3"/>
    <path d="M362 258Q420 240 436 190" fill="none" stroke="#222" stroke-width="4" stroke-dasharray="9 7"/>
  </svg>`
}

/** The new time, on a sheet to keep. */
export const fridayPaper: StoryFile = {
  name: 'Fredag med Hanna.pdf',
  make: async () => {
    const { bytes } = await makePdf(
      {
        title: 'Din tid med Hanna',
        language: 'sv',
        issuer: { name: municipalities.ekdala.name, unit: units.family.name },
        blocks: [
          { kind: 'paragraph', text: 'Du och Hanna ses en annan dag, eftersom du spelar match på torsdag.' },
          {
            kind: 'facts',
            rows: [
              { label: 'När', value: 'Fredag den 18 september, klockan 15.00 till 15.45' },
              { label: 'Var', value: 'Stora huset' },
              { label: 'Vem', value: 'Hanna, samtalsstöd' },
            ],
          },
          { kind: 'paragraph', text: 'Passar det inte? Skriv till Mira på Mina sidor.' },
        ],
      },
      new Date('2026-09-14T09:04:00+02:00'),
    )
    return bytes
  },
}
