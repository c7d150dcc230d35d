import { Worker } from 'node:worker_threads'

type Limits = { bytes: number; seconds: number }

/**
 * Ends this process when it takes more memory, or more of the processor's time: what a file from outside makes it do
 * is done to nobody else. Time that it waits for its turn on a busy machine is not counted.
 */
export function limitProcess({ bytes, seconds }: Limits): void {
  new Worker(
    `const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6 }
     setInterval(() => {
       if (process.memoryUsage.rss() > ${bytes} || used() > ${seconds}) process.kill(process.pid, 'SIGKILL')
     }, 20)`,
    { eval: true },
  ).unref()
}
