// On to the e-ID without a press. Whoever comes back by "back" presses the button.
{
  const form = document.querySelector('[data-to-broker]')
  const [visit] = performance.getEntriesByType('navigation')
  if (form && visit.type !== 'back_forward') form.submit()
}
