/**
 * The days of a year that a last day may not fall on beside Saturdays and Sundays: public holidays (lag 1989:253) and the
 * eves of Midsummer, Christmas and the New Year (lag 1930:173 2 §).
 * @param year from 2005, when the National Day became one
 * @returns days, "YYYY-MM-DD"
 */
export function swedishHolidays(year: number): ReadonlySet<string> {
  const [month, day] = easterOf(year)
  return new Set([
    dayOf(year, 1, 1),
    dayOf(year, 1, 6),
    dayOf(year, month, day - 2),
    dayOf(year, month, day),
    dayOf(year, month, day + 1),
    dayOf(year, 5, 1),
    dayOf(year, month, day + 39),
    dayOf(year, month, day + 49),
    dayOf(year, 6, 6),
    // Midsummer's Eve is the Friday in 19–25 June, All Saints' Day the Saturday in 31 October–6 November.
    firstFrom(year, 6, 19, friday),
    firstFrom(year, 6, 20, saturday),
    firstFrom(year, 10, 31, saturday),
    dayOf(year, 12, 24),
    dayOf(year, 12, 25),
    dayOf(year, 12, 26),
    dayOf(year, 12, 31),
  ])
}

const friday = 5
const saturday = 6

/** A day of a month; one beyond its end is in the next. */
function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

function firstFrom(year: number, month: number, day: number, weekday: number): string {
  const from = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return dayOf(year, month, day + ((weekday - from + 7) % 7))
}

/** Easter Sunday of the Gregorian calendar, as month and day (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): [month: number, day: number] {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const leapCenturies = Math.floor(century / 4)
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - leapCenturies - lunar + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * moon + 22 * toSunday) / 451)
  const days = moon + toSunday - 7 * correction + 114
  return [Math.floor(days / 31), (days % 31) + 1]
}
