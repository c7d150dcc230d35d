/** A table of docs/benchmarks.md. The first column is the ratio where the table compares. */
export type Section = { heading: string; about: string; columns: string[]; rows: string[][] }

/** What must hold, and what was found. */
export type Check = { name: string; found: number; limit: number; rule: 'atLeast' | 'atMost'; unit?: string }

export type Part = { section: Section; checks: Check[] }

function isMet({ found, limit, rule }: Check): boolean {
  return rule === 'atLeast' ? found >= limit : found <= limit
}

/** The whole of docs/benchmarks.md. */
export function reportText(machine: string, parts: readonly Part[]): string {
  const blocks = [
    '# What the portal costs',
    'Written by `npm run bench`, which measures everything here anew; do not edit by hand.',
    machine,
    goalsText(parts),
    ...parts.map(({ section }) => sectionText(section)),
  ]
  return `${blocks.join('\n\n')}\n`
}

export function goalsText(parts: readonly Part[]): string {
  const checks = parts.flatMap((part) => part.checks)
  return `## Goals\n\n${table(['goal', 'limit', 'found', ''], checks.map(checkRow))}`
}

export function sectionText({ heading, about, columns, rows }: Section): string {
  return [`## ${heading}`, about, table(columns, rows)].join('\n\n')
}

/** One line for each goal that is missed. */
export function missedLines(parts: readonly Part[]): string[] {
  return parts
    .flatMap((part) => part.checks)
    .filter((check) => !isMet(check))
    .map((check) => `missed: ${checkRow(check).slice(0, 3).join(' | ')}`)
}

function checkRow(check: Check): string[] {
  const { name, limit, found, rule, unit = '' } = check
  return [
    name,
    `${rule === 'atLeast' ? '≥' : '≤'} ${number(limit)}${unit}`,
    `${number(found)}${unit}`,
    isMet(check) ? 'met' : '**missed**',
  ]
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A number with no more digits than it can answer for: three significant ones, and whole thousands in groups. */
export function number(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 3 })
}
