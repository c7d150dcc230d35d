#!/bin/sh
# What somebody typed into a textarea before React took the page over.
#
# Guess: react-dom takes a server's page over as it stands in the browser. What was typed meanwhile into an
#   uncontrolled field (defaultValue) stays, in a textarea as in an input.
# Happens: the input keeps what was typed. The textarea is set back to the text of the server's page, and says nothing:
#   no event, no warning of a mismatch. Only a textarea that came empty keeps it.
# Why it matters: a caseworker on a slow line opens a draft and writes on before the script has come. The sentence
#   goes without a trace, and a draft that is saved by itself then saves the old text over it.
# Way round: read the fields before hydrateRoot, hydrate at once (flushSync), and write them back in an effect.
# Seen: react-dom 18.3.1 and 19.2.0, jsdom 26.1.0, Node 24, 2026-11-30; in Chromium 156 with 18.3.1 too.
# Output seen:
#   18.3.1 input kept | textarea set back | empty textarea kept
#   19.2.0 input kept | textarea set back | empty textarea kept
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > page.mjs <<'JS'
import { createRequire } from 'node:module'
const require = createRequire(`${process.cwd()}/`)
const { JSDOM } = require('jsdom')
const { window } = new JSDOM('<main></main>')
Object.assign(globalThis, { window, document: window.document })
const { createElement } = require('react')
const { renderToString } = require('react-dom/server')
const { flushSync } = require('react-dom')
const { hydrateRoot } = require('react-dom/client')
const { version } = require('react-dom/package.json')

const fields = () =>
  createElement('form', null, [
    createElement('input', { key: 1, defaultValue: 'Tindra' }),
    createElement('textarea', { key: 2, defaultValue: 'Tindra kom.' }),
    createElement('textarea', { key: 3, defaultValue: '' }),
  ])
const main = document.querySelector('main')
main.innerHTML = renderToString(createElement(fields))
const drawn = [...main.querySelectorAll('input, textarea')]
for (const field of drawn) field.value += ' Hon var glad.'
flushSync(() => hydrateRoot(main, createElement(fields)))
await new Promise((resolve) => setTimeout(resolve, 100))
const became = drawn.map((field) => (field.value.endsWith('Hon var glad.') ? 'kept' : 'set back'))
console.log(`${version} input ${became[0]} | textarea ${became[1]} | empty textarea ${became[2]}`)
JS

for version in 18.3.1 19.2.0; do
  mkdir "$version"
  (cd "$version" && npm init -y > /dev/null && npm install --silent --no-audit --no-fund --save-exact \
    "react@$version" "react-dom@$version" jsdom@26.1.0 > /dev/null && node ../page.mjs) >> seen
done
cat seen
grep -qx '18.3.1 input kept | textarea set back | empty textarea kept' seen
grep -qx '19.2.0 input kept | textarea set back | empty textarea kept' seen
