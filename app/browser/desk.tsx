import { flushSync } from 'react-dom'
import { hydrateRoot } from 'react-dom/client'
import { Desk } from '../dictation/desk/desk'
import type { DeskProps } from '../dictation/desk/desk-props'
import { LanguageProvider, languageValue } from '../i18n/language-context'
import { htmlLang } from '../i18n/languages'
import { textsOf } from '../i18n/texts'
import { HolderProvider } from '../ui/form/own-form'

const place = document.querySelector<HTMLElement>('[data-island="desk"]')
if (place?.dataset['props']) {
  const props = JSON.parse(place.dataset['props']) as DeskProps
  const { language, texts, now } = props
  const typed = {
    title: place.querySelector<HTMLInputElement>('input[name=title]')!.value,
    text: place.querySelector<HTMLTextAreaElement>('textarea[name=text]')!.value,
  }
  // At once: a key pressed between what was read and what is taken over would be lost.
  flushSync(() =>
    hydrateRoot(
      place,
      <LanguageProvider value={languageValue(language, textsOf(texts, htmlLang[language]), new Date(now))}>
        <HolderProvider value={props.holder}>
          <Desk {...props} typed={typed} />
        </HolderProvider>
      </LanguageProvider>,
    ),
  )
}
