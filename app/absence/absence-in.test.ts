import { expect, test } from 'vitest'
import { absenceIn } from './absence-in'

const today = '2026-09-15'
const who = 'b9a3c7a0-7a38-4f5e-8f6c-1a2b3c4d5e6f'

function faultOf(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ who, from: today, to: '2026-10-02', ...fields }))
    form.append(name, value)
  return absenceIn(form, today).fault
}

test.each([
  [{}, null],
  [{ to: today }, null],
  [{ from: '2026-09-01' }, null],
  [{ to: '2028-09-15' }, null],
  [{ who: '' }, { field: 'who', fault: 'who' }],
  [{ who: 'mira' }, { field: 'who', fault: 'who' }],
  [{ from: '' }, { field: 'from', fault: 'from' }],
  [{ from: '21/9' }, { field: 'from', fault: 'from' }],
  [{ to: '2026-02-30' }, { field: 'to', fault: 'to' }],
  [{ from: '2026-10-03' }, { field: 'to', fault: 'order' }],
  [
    { from: '2026-09-01', to: '2026-09-14' },
    { field: 'to', fault: 'past' },
  ],
  [{ to: '2028-09-16' }, { field: 'to', fault: 'far' }],
])('%j gives %j', (fields, fault) => {
  expect(faultOf(fields)).toEqual(fault)
})
