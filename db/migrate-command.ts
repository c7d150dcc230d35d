import { migrate } from './migrate.ts'

// `npm run migrate`: DATABASE_URL is the owner's connection here, never the portal's login.
const url = process.env['DATABASE_URL']
if (!url) {
  console.error('DATABASE_URL is missing: the address of the database as its owner')
  process.exit(1)
}
const ran = await migrate(url)
console.log(ran.length > 0 ? ran.map((name) => `ran ${name}`).join('\n') : 'the database is up to date')
