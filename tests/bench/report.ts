/** A table of a report. The first column is the ratio where the table compares. */
export type Section = { heading: string; about: string; columns: string[]; rows: string[][] }

/** What must hold, and what was found. */
export type Check = { name: string; found: number; limit: number; rule: 'atLeast' | 'atMost'; unit?: string }

export type Part = { section: Section; checks: Check[] }

function isMet({ found, limit, rule }: Check): boolean {
  return rule === 'atLeast' ? found >= limit : found <= limit
}

/** What was measured together: its heading in the report is its name. */
export type MeasuredGroup = { name: string; machine: string; parts: readonly Part[] }

/** The groups of a report as it stands, by name, with one of them measured anew. */
export function withGroup(report: string, { name, machine, parts }: MeasuredGroup): Map<string, string> {
  const groups = new Map(
    report
      .split(/^## /m)
      .slice(1)
      .map((text) => [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n')).trim()]),
  )
  const goals = parts.some(({ checks }) => checks.length > 0) ? [goalsText(parts)] : []
  const blocks = [machine, ...goals, ...parts.map(({ section }) => sectionText(section))]
  return groups.set(headingOf(name), blocks.join('\n\n'))
}

/** A page of docs/ that the bench writes. `names` are the groups there are, in their order. */
export type Report = { title: string; about: string; names: readonly string[] }

export function reportText(groups: ReadonlyMap<string, string>, { title, about, names }: Report): string {
  const headings = names.map(headingOf).filter((heading) => groups.has(heading))
  const blocks = [
    `# ${title}`,
    about,
    ...headings.map((heading) => `## ${heading}\n\n${groups.get(heading)}`),
  ]
  return `${blocks.join('\n\n')}\n`
}

function headingOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

export function goalsText(parts: readonly Part[]): string {
  const checks = parts.flatMap((part) => part.checks)
  return table(['goal', 'limit', 'found', ''], checks.map(checkRow))
}

export function sectionText({ heading, about, columns, rows }: Section): string {
  return [`### ${heading}`, about, table(columns, rows)].join('\n\n')
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
