// Keeps an answer on the server while it is typed, as "Spara utkast" does. Without it that button does the same.
const form = document.querySelector<HTMLFormElement>('form[data-keep]')
const field = form?.querySelector('textarea')
const status = form?.querySelector<HTMLElement>('[data-kept]')
if (form && field) {
  const pause = 1500
  let timer = 0
  let isLeaving = false
  let kept = field.value

  const keep = async () => {
    const text = field.value
    if (isLeaving || text === kept) return
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    body.set('do', 'keep')
    // What was kept is answered with a redirect; a page instead says why not, and the words stay in the field.
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => null)
    if (answer?.type !== 'opaqueredirect') return
    kept = text
    // Nothing is lost by leaving now: enhance.js asks no more.
    field.defaultValue = text
    if (field.value !== text) return
    field.dispatchEvent(new Event('input'))
    if (status) status.textContent = status.dataset['kept'] ?? ''
  }

  field.addEventListener('input', () => {
    if (field.value === kept) return
    if (status) status.textContent = ''
    clearTimeout(timer)
    timer = window.setTimeout(() => void keep(), pause)
  })
  form.addEventListener('submit', () => (isLeaving = true))
}
export {}
