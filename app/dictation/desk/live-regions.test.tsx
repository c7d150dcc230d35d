import { createRef } from 'react'
import { expect, test } from 'vitest'
import { htmlOf } from '../../../tests/support/html'
import { beforeAnything, type DictationState } from './dictation-state'
import { DictationNotices } from './dictation-notices'
import { DraftForm } from './draft-form'
import type { DraftKeeper, SaveState } from './draft-keeper'
import type { Writing } from './writing-watch'

const quiet: Writing = { problem: null, progress: null, lagSeconds: 0, pending: new Set(), openPhrase: null }

const notices = (state: Partial<DictationState>, writing: Partial<Writing> = {}) =>
  htmlOf(
    <DictationNotices
      state={{ ...beforeAnything, ...state }}
      writing={{ ...quiet, ...writing }}
      noteId="00000000-0000-4000-8000-000000000000"
    />,
  )

const form = (save: SaveState['save']) =>
  htmlOf(
    <DraftForm
      title=""
      text=""
      titleField={createRef()}
      textField={createRef()}
      keeper={{} as DraftKeeper}
      saving={{ save, other: null, revision: 1, mergedTo: 0 }}
      openWords={null}
      caseAt="/handlaggare/arenden/c"
      signInAt="/handlaggare/logga-in"
      isNext
      onInput={() => undefined}
      onSubmit={() => undefined}
    />,
  )

/** Each notice in a region of its own, or empty; null where a notice is in none. */
const regionsIn = (html: string) => {
  const regions = [...html.matchAll(/<(div|p) class="(?:live|sr)" role="status">(.*?)<\/\1>/g)]
  return { regions: regions.length, said: regions.filter(([, , words]) => words !== '').length }
}

test.each<[string, string, string]>([
  ['a fault of the microphone', notices({}), notices({ fault: 'blocked' })],
  ['silence', notices({}), notices({ isSilent: true })],
  ['a microphone that is lost', notices({}), notices({ lostAt: 0 })],
  ['a dictation in which nothing is heard', notices({}), notices({}, { problem: 'noSpeech' })],
  ['a text that is too long', form('saved'), form('tooLong')],
  ['a text saved in another tab', form('saving'), form('stale')],
])('the region that tells of %s is there before its words', (_what, before, after) => {
  const empty = regionsIn(before)
  expect(empty.said).toBe(0)
  expect(regionsIn(after)).toEqual({ regions: empty.regions, said: 1 })
})
