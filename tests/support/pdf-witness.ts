import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const inFolder = <Found>(bytes: Uint8Array, see: (file: string, folder: string) => Found): Found => {
  const folder = mkdtempSync(join(tmpdir(), 'witness-'))
  const file = join(folder, 'in.pdf')
  try {
    writeFileSync(file, bytes)
    return see(file, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What poppler says about a file, by its labels: `Tagged`, `Pages`, `Title`. */
export function pdfInfo(bytes: Uint8Array): Record<string, string> {
  const said = inFolder(bytes, (file) => spawnSync('pdfinfo', [file], { encoding: 'utf8' })).stdout
  return Object.fromEntries(
    said.split('\n').flatMap((line) => {
      const [, label, value] = /^([^:]+):\s+(.*)$/.exec(line) ?? []
      return label ? [[label, value!]] : []
    }),
  )
}

/** The text as poppler reads it, line breaks as spaces. */
export const pdfText = (bytes: Uint8Array): string =>
  inFolder(bytes, (file) => execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }))
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The tree of tags as poppler reads it, warnings left out. */
export const pdfStructure = (bytes: Uint8Array): string =>
  inFolder(bytes, (file) => spawnSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' })).stdout

/** What qpdf finds wrong: empty when nothing. */
export function qpdfFaults(bytes: Uint8Array): string {
  const { status, stdout, stderr } = inFolder(bytes, (file) =>
    spawnSync('qpdf', ['--check', file], { encoding: 'utf8' }),
  )
  return status === 0 ? '' : stdout + stderr
}

/** The same file after qpdf has done what the arguments say. */
export const qpdfWith = (bytes: Uint8Array, ...args: string[]): Buffer =>
  inFolder(bytes, (file, folder) => {
    execFileSync('qpdf', [...args, file, join(folder, 'out.pdf')])
    return readFileSync(join(folder, 'out.pdf'))
  })

/** What poppler says of the signatures in a file, by a store of certificates that holds this root alone. */
export const pdfSignatures = (bytes: Uint8Array, rootPem: string): string =>
  inFolder(bytes, (file, folder) => {
    const root = join(folder, 'root.pem')
    writeFileSync(root, rootPem)
    execFileSync('certutil', ['-N', '-d', folder, '--empty-password'])
    execFileSync('certutil', ['-A', '-d', folder, '-n', 'root', '-t', 'C,C,C', '-i', root])
    return execFileSync('pdfsig', ['-nssdir', folder, file], { encoding: 'utf8' })
  })
