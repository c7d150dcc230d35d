#!/usr/bin/env node
// Runs before every script, under whichever Node there is; plain JavaScript, since an older one reads no TypeScript.
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const modules = join(import.meta.dirname, 'node_modules')
const packaged = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]
  .map((name) => join(name, 'bin/node'))
  .find((program) => existsSync(join(modules, program)))

if (Number.parseInt(process.versions.node) < 24) {
  if (packaged) linkAgain(packaged)
  else refuse()
}

// npm 10 removes the link when it clears away the packages of other platforms, whose program has the same name.
function linkAgain(program) {
  const link = join(modules, '.bin/node')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(join('..', program), link)
}

function refuse() {
  process.stderr.write(
    `Mina sidor needs Node 24 or newer and this is Node ${process.versions.node}: run \`npm ci\`, which brings Node 24, or install Node 24 on this machine.\n`,
  )
  process.exitCode = 1
}
