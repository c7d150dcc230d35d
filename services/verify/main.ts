import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { settingReader } from '../../app/server/setting-reader.ts'
import { trustSettings } from '../../app/server/trust-setting.ts'
import { largestPackage, verifyPackage } from '../../app/signing/verifier/package.ts'
import { trustOf } from '../../app/signing/verifier/trust.ts'
import { verdictText } from './verdict-text.ts'

// `npm run verify -- FILE` judges a sealed package. It ends with 0 when it holds, 1 when not, 2 when it cannot be judged.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'allow-test-roots': { type: 'boolean' } },
})
const [file] = positionals
if (!file || positionals.length > 1) stop('say which file: npm run verify -- FILE')
const size = await stat(file).then(
  (found) => found.size,
  () => stop('the file cannot be read'),
)
if (size > largestPackage) stop(`the file is larger than ${largestPackage} bytes`)
const { take, faults } = settingReader(process.env)
const given = trustSettings(take, faults, !values['allow-test-roots'])
if (!given) stop(faults.map(({ name, fault }) => `${name}: ${fault}`).join('\n'))

const verdict = verifyPackage(await readFile(file), trustOf(given, false), new Date())
console.log(verdictText(verdict))
process.exitCode = verdict.holds ? 0 : 1

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}
