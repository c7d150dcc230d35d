// The only script of a person’s pages. All works without; it stores nothing.
{
  const root = document.documentElement
  const all = (selector) => [...document.querySelectorAll(selector)]
  let isUnsent = false

  // Quick exit: blank the page, then let the form end the session on the server.
  const exit = document.querySelector('[data-exit]')
  const blank = () => {
    isUnsent = false
    if (window.speechSynthesis) speechSynthesis.cancel()
    document.title = exit.dataset.exit
    // "Back" must not lead here: this place in the history becomes the start page.
    history.replaceState(null, '', '/')
    exit.hidden = true
    document.body.textContent = ''
    document.body.append(exit)
  }
  if (exit) {
    let presses = []
    exit.addEventListener('submit', blank)
    addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.repeat) return
      presses = [...presses.slice(-2), event.timeStamp]
      if (presses.length < 3 || presses[2] - presses[0] > 1500) return
      blank()
      exit.submit()
    })
  }

  // Unsent text: ask before it is lost. Never kept on the device.
  for (const area of all('[data-draft]')) {
    area.addEventListener('input', () => (isUnsent = area.value !== area.defaultValue))
    if (area.form) area.form.addEventListener('submit', () => (isUnsent = false))
  }
  addEventListener('beforeunload', (event) => isUnsent && event.preventDefault())

  // Read aloud, only by a voice on the device: the text must not travel to a speech service.
  const speech = window.speechSynthesis
  const offerReading = () => {
    for (const button of all('[data-read-aloud][hidden]')) {
      const { readAloud, start, stop } = button.dataset
      const region = document.getElementById(readAloud)
      const language = region && region.closest('[lang]').lang.slice(0, 2)
      const voice = speech.getVoices().find((each) => each.localService && each.lang.startsWith(language))
      if (!voice) continue
      const say = (reads) => (button.textContent = reads ? stop : start)
      button.hidden = false
      button.addEventListener('click', () => {
        const wasReading = button.textContent === stop
        speech.cancel()
        say(!wasReading)
        if (wasReading) return
        // Line by line, since some browsers fall silent in a long text.
        for (const line of [...region.innerText.split(/\n+/), '']) {
          const part = new SpeechSynthesisUtterance(line)
          part.voice = voice
          part.lang = voice.lang
          if (!line) part.onend = part.onerror = () => say(false)
          speech.speak(part)
        }
      })
    }
  }
  if (speech) {
    offerReading()
    speech.onvoiceschanged = offerReading
    addEventListener('pagehide', () => speech.cancel())
  }

  // The session's end: said two minutes ahead, put off by one press, never takes unsent text along.
  const life = Number(root.dataset.sessionEnds)
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
    warning.addEventListener('submit', (event) => {
      event.preventDefault()
      const renew = async () => {
        const body = new URLSearchParams(new FormData(warning))
        const answer = await fetch(warning.action, { method: 'POST', body, redirect: 'error' })
        if (!answer.ok) throw answer
        end = Date.now() + life
        show('')
      }
      renew().catch(() => show('failed'))
    })
  }
  // A page from the browser's memory asks whether the session still lives.
  if (life) addEventListener('pageshow', (event) => event.persisted && location.reload())
}
