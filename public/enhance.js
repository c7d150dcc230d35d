// The only script of a person’s pages. All works without; it stores nothing.
const all = (selector) => [...document.querySelectorAll(selector)]
const post = async (address, form) => {
  const body = new URLSearchParams(new FormData(form))
  return (await fetch(address, { method: 'POST', body, redirect: 'error' }).catch(() => 0)).ok
}
const speech = window.speechSynthesis
let isUnsent = false

// Quick exit: blank the page; the form ends the session.
const exit = document.querySelector('[data-exit]')
const blank = () => {
  isUnsent = false
  speech?.cancel()
  document.title = exit.dataset.exit
  // "Back" must lead to the start page.
  history.replaceState(null, '', '/')
  exit.hidden = true
  document.body.textContent = ''
  document.body.append(exit)
}
if (exit) {
  let presses = []
  exit.onsubmit = blank
  onkeydown = (event) => {
    if (event.key !== 'Escape' || event.repeat) return
    presses = [...presses.slice(-2), event.timeStamp]
    if (presses.length < 3 || presses[2] - presses[0] > 1500) return
    blank()
    exit.submit()
  }
}

// Unsent text: kept by the server if its form says so, else asked about.
for (const area of all('[data-draft]')) {
  const { form } = area
  const told = form?.querySelector('[data-keep]')
  let later
  const keep = async () => {
    const { value } = area
    const isKept = await post(told.dataset.keep, form)
    if (area.value !== value) return
    isUnsent = !isKept
    told.textContent = told.dataset[isKept ? 'kept' : 'unkept']
  }
  ;(told ? form : area).addEventListener('input', () => {
    isUnsent = area.value !== area.defaultValue
    clearTimeout(later)
    if (told) later = setTimeout(keep, 1500)
  })
  form?.addEventListener('submit', () => {
    clearTimeout(later)
    isUnsent = false
  })
}
addEventListener('beforeunload', (event) => isUnsent && event.preventDefault())

// Read aloud, only by a voice on the device: the text must not travel.
const offerReading = () => {
  for (const button of all('[data-read-aloud][hidden]')) {
    const { readAloud, start, stop, skip } = button.dataset
    const region = document.getElementById(readAloud)
    const language = region?.closest('[lang]').lang.slice(0, 2)
    const voice = speech.getVoices().find((each) => each.localService && each.lang.startsWith(language))
    if (!voice) continue
    const say = (reads) => (button.textContent = reads ? stop : start)
    button.hidden = false
    button.onclick = () => {
      const wasReading = button.textContent === stop
      speech.cancel()
      say(!wasReading)
      if (wasReading) return
      // By line: some browsers fall silent in a long text.
      for (const line of [...region.innerText.split(/\n+/), '']) {
        if (line === skip) continue
        const part = new SpeechSynthesisUtterance(line)
        part.voice = voice
        part.lang = voice.lang
        if (!line) part.onend = part.onerror = () => say(false)
        speech.speak(part)
      }
    }
  }
}
if (speech) {
  offerReading()
  speech.onvoiceschanged = offerReading
  onpagehide = () => speech.cancel()
}

// The session's end: said two minutes ahead, put off by one press.
const life = Number(document.documentElement.dataset.sessionEnds)
const warning = document.querySelector('[data-session] form')
if (life && warning) {
  let end = Date.now() + life
  const show = (when) => {
    for (const line of all('[data-when]')) line.hidden = !line.dataset.when.includes(when)
    warning.hidden = !when
  }
  const check = () => {
    const left = end - Date.now()
    if (left > 0) return left < 120000 && warning.hidden && show('soon')
    if (!isUnsent) return location.reload()
    show('ended')
  }
  setInterval(check, 5000)
  addEventListener('visibilitychange', check)
  warning.onsubmit = async (event) => {
    event.preventDefault()
    const isRenewed = await post(warning.action, warning)
    if (isRenewed) end = Date.now() + life
    show(isRenewed ? '' : 'failed')
  }
}
// From the browser's memory: does the session live?
if (life) onpageshow = ({ persisted }) => persisted && location.reload()
