import { expect, test } from '../support/browser-test'

const forms = '/handlaggare/enkatformular'

test('staff see who may be asked what, and which answers are not checked', async ({ requestAs }) => {
  const answer = await (await requestAs('mira')).get(forms)
  expect(answer.status()).toBe(200)
  const page = await answer.text()
  for (const form of ['child', 'authority-youth', 'authority-guardian', 'family-treatment-carer'])
    expect(page).toContain(`href="${forms}/${form}?version=1"`)
  expect(page).toContain('Barn till och med 12 år · Eget formulär<')
  expect(page).toContain('Unga 13–20 år · Nationell enkät · Svar att kontrollera')
  expect(page).toContain('>Enkätformulär</a>')
})

test('a form shows each question as it is asked, and what it is counted for', async ({ requestAs }) => {
  const page = await (await (await requestAs('mira')).get(`${forms}/authority-youth?version=1`)).text()
  expect(page).toContain('Hur stor förståelse visar socialsekreteraren för din situation?')
  expect(page).toContain('type="radio" name="understanding"')
  for (const fact of ['Bemötande', 'U33577', 'Mycket stor, Ganska stor', 'Ganska liten, Mycket liten'])
    expect(page).toContain(fact)
  expect(page).toContain('Koladas definitioner av nyckeltalen')
  expect(page).toContain('Svar att kontrollera')
  expect(page).not.toMatch(/<script(?! src="\/enhance)/)
})

test('the questions are shown in the language asked for, the page in the reader’s own', async ({
  requestAs,
}) => {
  const request = await requestAs('mira')
  const page = await (await request.get(`${forms}/child?version=1&sprak=ar`)).text()
  expect(page).toContain('<html lang="sv"')
  expect(page).toMatch(/<div lang="ar" dir="rtl">.*هل يستمع إليك الأخصائي الاجتماعي؟/s)
  expect(page).toContain('Räknas som positiva')
})

test('a version that is not there is the newest, a form that is not there is not there', async ({
  requestAs,
}) => {
  const request = await requestAs('mira')
  expect((await request.get(`${forms}/child`)).status()).toBe(200)
  expect((await request.get(`${forms}/child?version=7`)).status()).toBe(200)
  for (const id of ['nobodys-form', '__proto__', 'constructor', '..%2Fchild'])
    expect((await request.get(`${forms}/${id}`)).status(), id).toBe(404)
})

for (const address of [forms, `${forms}/child`]) {
  test(`${address} is for staff: a person and a stranger are sent to sign in`, async ({ requestAs }) => {
    for (const who of ['tindra', null] as const) {
      const answer = await (await requestAs(who)).get(address)
      expect(answer.status()).toBe(303)
      expect(answer.headers()['location']).toContain('/handlaggare/logga-in')
    }
  })
}
