type Told = { name: string; assertionResults: { status: string; fullName: string }[]; status: string }

/** What a run of Vitest with `--reporter=json` says of what was taken out. */
export type Noticed = {
  /** Tests that failed, by name. */
  failed: string[]
  /** Files of tests that failed without one of their tests: they could not be loaded. */
  notLoaded: string[]
}

/** @param report null where the run left none: nothing was tested. */
export function noticedBy(report: string | null): Noticed {
  if (report === null) return { failed: [], notLoaded: ['the whole run'] }
  const { testResults } = JSON.parse(report) as { testResults: Told[] }
  const failedIn = ({ assertionResults }: Told) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
  return {
    failed: testResults.flatMap(failedIn),
    notLoaded: testResults
      .filter((file) => file.status === 'failed' && failedIn(file).length === 0)
      .map(({ name }) => name),
  }
}
