// Shows what was pushed, which says nothing, and leads to signing in. Keeps nothing.
self.addEventListener('push', (event) => {
  const { subject, text, language } = event.data.json()
  const lang = language === 'sv-latt' ? 'sv' : language
  const dir = lang === 'ar' ? 'rtl' : 'ltr'
  // One tag: a second message takes the place of the first.
  event.waitUntil(self.registration.showNotification(subject, { body: text, lang, dir, tag: 'new' }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow('/logga-in'))
})
