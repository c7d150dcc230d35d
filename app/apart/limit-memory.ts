import { Worker } from 'node:worker_threads'

/** Ends this process when it takes more: what a file from outside makes it do is done to nobody else. */
export function limitMemory(bytes: number): void {
  new Worker(
    `setInterval(() => { if (process.memoryUsage.rss() > ${bytes}) process.kill(process.pid, 'SIGKILL') }, 20)`,
    { eval: true },
  ).unref()
}
