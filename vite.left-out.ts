import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

/** What packages bring and no request of ours comes to: they ask for it when they are loaded, or might. */
const packages = new Set([
  // For Node without fetch: Remix asks for them where installGlobals is called, which nobody does.
  'undici',
  '@remix-run/web-fetch',
  // Express has it for express.json and the like. Bodies are read by Remix. With it go the letters of every country.
  'body-parser',
])
/** Calendars that no Swedish holiday follows. With them go the orbits of the planets. */
const calendars =
  /\/date-holidays-parser\/src\/(BengaliRevised|Chinese|Equinox|Hebrew|Hijri|Jalaali|Julian)\.js$/
const holidays = '/date-holidays/src/data.js'
const timeZones = '/moment-timezone/data/packed/latest.json'

const nothing = '\0left-out'

/** Leaves out of the server's build what would be read at each start and never used (docs/decisions/0043). */
export function leftOut(): Plugin {
  return {
    name: 'left-out',
    enforce: 'pre',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && Boolean(isSsrBuild),
    resolveId: (id) => (packages.has(id) ? nothing : null),
    load: async (id) => {
      if (id === nothing) return 'export default {}'
      const [, calendar] = calendars.exec(id) ?? []
      // Loud: whatever is left out wrongly ends the start.
      if (calendar)
        return `export default class { constructor() { throw new Error('${calendar} is left out of the build') } }`
      if (id.endsWith(holidays)) return `export const data = ${JSON.stringify(await swedishHolidays(id))}`
      return id.endsWith(timeZones) ? JSON.stringify(await swedishTime(id)) : null
    },
  }
}

type Holidays = { holidays: { SE: object } }

async function swedishHolidays(file: string): Promise<Holidays> {
  const { data } = (await import(file)) as { data: Holidays }
  return { ...data, holidays: { SE: data.holidays.SE } }
}

type TimeZones = Record<'zones' | 'links' | 'countries', string[]>

/** Stockholm's time is Berlin's in this list. */
async function swedishTime(file: string): Promise<TimeZones> {
  const all = JSON.parse(await readFile(file, 'utf8')) as TimeZones
  return {
    ...all,
    zones: all.zones.filter((zone) => zone.startsWith('Europe/Berlin|')),
    links: ['Europe/Berlin|Europe/Stockholm'],
    countries: ['SE|Europe/Berlin Europe/Stockholm'],
  }
}
