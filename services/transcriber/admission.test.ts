import { expect, test } from 'vitest'
import { createAdmission } from './admission'

const asked = (caller: string, givesWay = false) => ({ caller, bytes: 1_000, givesWay })

test('what gives way is answered only while nobody asks for anything else', () => {
  const { admit } = createAdmission()
  const phrase = admit(asked('one'))!
  expect(admit(asked('other', true))).toBeNull()
  phrase.release()
  const preview = admit(asked('other', true))!
  expect(admit(asked('third', true))).toBeNull()
  expect(preview.calledOff.aborted).toBe(false)
  preview.release()
  expect(admit(asked('third', true))).not.toBeNull()
})

test('what gives way is called off by what does not, which is never called off', () => {
  const { admit } = createAdmission()
  const preview = admit(asked('one', true))!
  const phrase = admit(asked('other'))!
  expect(preview.calledOff.aborted).toBe(true)
  admit(asked('third'))
  expect(phrase.calledOff.aborted).toBe(false)
})
