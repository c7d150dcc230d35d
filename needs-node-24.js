// Plain JavaScript, since an older Node cannot read what comes after it.
const [major] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(
    `This needs Node 24 or newer and runs on Node ${process.versions.node}: run \`npm ci\`, which brings Node 24 with it, or install Node 24 on this machine.\n`,
  )
  process.exitCode = 1
}
