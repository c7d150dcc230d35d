import type { Plan } from '../plan.ts'
import { number, type Part } from '../report.ts'
import type { Turn } from '../speed/measured-portal.ts'
import type { Statement } from './statements.ts'

/** What was found of a page on one side: here, or at an earlier commit. */
export type Profiled = {
  side: string
  turn: Turn
  areas: ReadonlyMap<string, number>
  statements: readonly Statement[]
}

type Section = Part['section']

/** The parts of docs/where-a-request-goes.md for one page. */
export function partsOf(sides: readonly Profiled[], plan: Plan): Part[] {
  const sections = [
    processorTime(sides, plan),
    nodeByArea(sides),
    ...sides.map((side) => postgresByStatement(side, plan)),
  ]
  return sections.map((section) => ({ section, checks: [] }))
}

function processorTime(sides: readonly Profiled[], plan: Plan): Section {
  const row = (name: string, of: (turn: Turn) => number) => [
    name,
    ...sides.map(({ turn }) => number(of(turn))),
  ]
  return {
    heading: 'Processor time of a request',
    about:
      `Milliseconds of processor time that a request costs, of ${plan.connections} connections in ` +
      `${plan.rounds * plan.seconds} s, by the system’s own account (/proc), with nothing else being measured. *Other threads* ` +
      'collect garbage, compile, compress and wait for files. PostgreSQL is all of its processes.',
    columns: ['milliseconds a request', ...sides.map(({ side }) => side)],
    rows: [
      row('node, main thread', (turn) => turn.mainThread),
      row('node, other threads', (turn) => turn.node - turn.mainThread),
      row('PostgreSQL', (turn) => turn.postgres),
      row('all', (turn) => turn.node + turn.postgres),
      row('requests/s', (turn) => turn.perSecond),
    ],
  }
}

// Less of it is told together.
const smallest = 0.005

function nodeByArea(sides: readonly Profiled[]): Section {
  const names = [...new Set(sides.flatMap(({ areas }) => [...areas.keys()]))]
  const isSmall = (name: string) => sides.every(({ areas }) => (areas.get(name) ?? 0) < smallest)
  const row = (name: string, of: (areas: Profiled['areas']) => number) => [
    name,
    ...sides.flatMap(({ areas, turn }) => [
      `${number(of(areas) * 100)} %`,
      number(of(areas) * turn.mainThread),
    ]),
  ]
  const rest = names.filter(isSmall)
  return {
    heading: 'Node’s main thread, by area',
    about:
      'Samples each millisecond by V8’s own profiler while the same load goes on, what was idle left out. What is built ' +
      'into the engine or into Node counts for who called it. Milliseconds are the share of the main thread’s ' +
      'processor time above: the profiler’s own cost is in no row.',
    columns: ['area', ...sides.flatMap(({ side }) => [`${side} %`, `${side} ms`])],
    rows: [
      ...names.filter((name) => !isSmall(name)).map((name) => row(name, (areas) => areas.get(name) ?? 0)),
      row('all else', (areas) => rest.reduce((sum, name) => sum + (areas.get(name) ?? 0), 0)),
    ],
  }
}

function postgresByStatement({ side, statements }: Profiled, plan: Plan): Section {
  const time = ({ planning, execution }: Statement) => planning + execution
  const outermost = statements.filter((statement) => statement.outermost)
  const all = outermost.reduce((sum, statement) => sum + time(statement), 0)
  const named = statements.filter((statement) => time(statement) >= all / 100)
  const rest = outermost.filter((statement) => !named.includes(statement))
  const sum = (of: (statement: Statement) => number) =>
    number(rest.reduce((total, statement) => total + of(statement), 0))
  return {
    heading: `PostgreSQL, by statement, ${side}`,
    about:
      `By pg_stat_statements, of ${plan.sequential} requests one after another: milliseconds by the clock, so that ` +
      'no request waits for another. Statements run by a function are told apart (↳), their time is in that of the ' +
      'statement which called it too. What it cannot tell: reading and parsing a message, looking names up, and ' +
      `answering, which are in the processor time above and in no row here. All outermost statements together: ${number(all)} ms.`,
    columns: ['ms', 'of it planning', 'times', 'blocks', 'statement'],
    rows: [
      ...named.map((statement) => [
        number(time(statement)),
        number(statement.planning),
        number(statement.calls),
        number(statement.blocks),
        `${statement.outermost ? '' : '↳ '}\`${shortened(statement.text)}\``,
      ]),
      [
        sum(time),
        sum(({ planning }) => planning),
        sum(({ calls }) => calls),
        sum(({ blocks }) => blocks),
        `${rest.length} others`,
      ],
    ],
  }
}

function shortened(text: string): string {
  const plain = text.replaceAll('"', '').replaceAll('`', '').replaceAll('|', '\\|').trim()
  return plain.length > 140 ? `${plain.slice(0, 139)}…` : plain
}
