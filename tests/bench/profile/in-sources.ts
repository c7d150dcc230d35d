import { readFile } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { CpuProfile } from './cpu-profile.ts'

/** The same profile, with each function of a built file where it was written: by the map that was built beside the file. */
export async function inSources(profile: CpuProfile): Promise<CpuProfile> {
  const maps = new Map<string, SourceMap | null>()
  for (const { callFrame } of profile.nodes) {
    if (!maps.has(callFrame.url)) maps.set(callFrame.url, await mapOf(callFrame.url))
  }
  const nodes = profile.nodes.map((node) => {
    const { url, lineNumber = 0, columnNumber = 0 } = node.callFrame
    const entry = maps.get(url)?.findEntry(lineNumber, columnNumber)
    if (!entry || !('originalSource' in entry)) return node
    return { ...node, callFrame: { ...node.callFrame, url: new URL(entry.originalSource, url).href } }
  })
  return { ...profile, nodes }
}

async function mapOf(url: string): Promise<SourceMap | null> {
  if (!url.startsWith('file:') || url.includes('/node_modules/')) return null
  const text = await readFile(`${fileURLToPath(url)}.map`, 'utf8').catch(() => null)
  return text === null ? null : new SourceMap(JSON.parse(text) as ConstructorParameters<typeof SourceMap>[0])
}
