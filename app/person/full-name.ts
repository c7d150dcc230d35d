/** Somebody with one name only has it as given name, and an empty family name (db/policy/names.sql). */
export function fullName(givenName: string, familyName: string): string {
  return familyName === '' ? givenName : `${givenName} ${familyName}`
}
