import { processCountOf } from './process-count.ts'
import type { Siblings } from './siblings.ts'

/**
 * Runs the portal in as many processes as WEB_PROCESSES says. One is this process itself, and nothing more is loaded;
 * several share the port, and this one keeps them.
 * @param serve called in each process that answers requests; `siblings` is null where there is one
 */
export async function inProcesses(serve: (siblings: Siblings | null) => Promise<void>): Promise<void> {
  if (countOf(process.env['WEB_PROCESSES']) === 1) return serve(null)
  const { default: cluster } = await import('node:cluster')
  if (cluster.isWorker) {
    const { joinSiblings } = await import('./siblings.ts')
    return serve(joinSiblings())
  }
  const { keepProcesses } = await import('./keep-processes.ts')
  return keepProcesses(countOf(process.env['WEB_PROCESSES']))
}

function countOf(text: string | undefined): number {
  try {
    return processCountOf(text)
  } catch {
    // The portal itself tells what is wrong with it, together with every other setting.
    return 1
  }
}
