// Asks the browser for an address to push to, when the form of this device is sent. Only on that page.
{
  const form = document.querySelector('[data-push]')
  const part = (name) => form.querySelector(`[data-push-${name}]`)
  const show = (name, shown = true) => (part(name).hidden = !shown)
  const canPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

  show('needs-script', false)
  show(canPush ? 'how' : 'unable')
  if (canPush) {
    const button = form.querySelector('[value="add"]')
    // Sent by script the form would not say which button was pressed.
    const deed = Object.assign(document.createElement('input'), { type: 'hidden', name: 'do', value: 'add' })
    const policy = window.trustedTypes?.createPolicy('push', { createScriptURL: () => '/push.js' })
    button.disabled = false
    form.addEventListener('submit', async (event) => {
      if (!form.querySelector('[name="safe"][value="yes"]').checked) return
      event.preventDefault()
      button.disabled = true
      show('denied', false)
      try {
        await navigator.serviceWorker.register(policy ? policy.createScriptURL('') : '/push.js')
        const worker = await navigator.serviceWorker.ready
        const options = { userVisibleOnly: true, applicationServerKey: form.dataset.push }
        const subscription = await worker.pushManager.subscribe(options)
        form.querySelector('[name="push"]').value = JSON.stringify(subscription)
        form.append(deed)
        form.submit()
      } catch {
        button.disabled = false
        show('denied')
      }
    })
  }
}
