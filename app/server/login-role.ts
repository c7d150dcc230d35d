import pg from 'pg'

type LoginFacts = {
  is_super: boolean
  is_migrated: boolean
  may_read: boolean
  has_roles: boolean
  makes_temporary: boolean
}

/** Null when the role is safe, or the database does not answer. */
export async function loginFault(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    const { rows } = await client.query<LoginFacts>(
      `select rolsuper or rolbypassrls as is_super, case_file.oid is not null as is_migrated,
              -- By oid: a login that may not even use the schema cannot name the table.
              has_table_privilege(current_user, case_file.oid, 'select') as may_read,
              has_database_privilege(current_user, current_database(), 'temporary') as makes_temporary,
              pg_has_role(current_user, 'person', 'member') and pg_has_role(current_user, 'staff', 'member')
                and pg_has_role(current_user, 'service', 'member')
                and pg_has_role(current_user, 'respondent', 'member')
                and pg_has_role(current_user, 'together', 'member') as has_roles
         from pg_roles
         left join (select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'public' and c.relname = 'case_file') case_file on true
        where rolname = current_user`,
    )
    const role = rows[0]
    if (!role?.is_migrated) return 'names a database that is not migrated'
    if (!role.has_roles)
      return 'names a login that may not take the roles person, staff, service, respondent and together'
    if (role.is_super || role.may_read)
      return 'names a login that may read cases by itself: use the portal login'
    // Set on the database itself, so a restored dump loses it.
    if (role.makes_temporary)
      return 'names a database where the login may make temporary tables: revoke temporary on it from public'
    return null
  } catch (error) {
    // 42704: the roles do not exist yet.
    return (error as { code?: string }).code === '42704' ? 'names a database that is not migrated' : null
  } finally {
    await client.end().catch(() => undefined)
  }
}
