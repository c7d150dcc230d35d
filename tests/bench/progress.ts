import { sectionText, type Part } from './report.ts'

/** Prints a part as soon as it is measured. */
export function tell(part: Part): Part {
  console.log(`\n${sectionText(part.section)}\n`)
  return part
}

export function say(step: string): void {
  console.log(`  ${process.uptime().toFixed(0).padStart(4)} s  ${step}`)
}
