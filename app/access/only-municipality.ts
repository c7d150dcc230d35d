import type { RequestContext } from '../context'
import { listMunicipalityContacts } from './known-people'

/**
 * Names the municipality at the top of a page that nobody is signed in on, where the installation has one alone.
 * @returns its name, or null; while the database is away the page is shown without
 */
export async function showOnlyMunicipality(
  context: Pick<RequestContext, 'database' | 'now' | 'visitor'>,
): Promise<string | null> {
  const contacts = await context.database.asService(context.now(), listMunicipalityContacts).catch(() => [])
  const name = contacts.length === 1 ? (contacts[0]?.name ?? null) : null
  Object.assign(context.visitor, { municipalityName: name })
  return name
}
