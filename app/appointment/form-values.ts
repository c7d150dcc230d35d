import { stockholmClock } from '../calendar/stockholm-moment'
import type { AppointmentValues } from './appointment-in'
import { otherField } from './fields'
import type { AppointmentCase } from './find-appointment-case'
import type { StaffAppointment } from './staff-appointments'

/** A new meeting: nobody is chosen but whoever books it; what is told is open where nobody is guarded. */
export function newValues(
  { people, colleagues, guards }: AppointmentCase,
  formKey: string,
): AppointmentValues {
  const told = guards.length > 0 ? [] : people.map(({ id }) => id)
  return {
    formKey,
    version: 0,
    guards,
    persons: [],
    staff: colleagues.flatMap(({ id, isMe }) => (isMe ? [id] : [])),
    toldPlace: told,
    toldOthers: told,
    texts: {},
  }
}

/** A meeting as it is, to be changed. What is told no more is not ticked: it must be chosen anew. */
export function valuesOf(
  { people, guards }: AppointmentCase,
  appointment: StaffAppointment,
  { formKey, now }: { formKey: string; now: Date },
): AppointmentValues {
  const { startsAt, endsAt, shownFrom, participants } = appointment
  const [from, to] = [stockholmClock(startsAt), stockholmClock(endsAt)]
  const persons = participants.flatMap(({ personId }) => (personId ? [personId] : []))
  // Whoever does not take part yet has nothing decided: open, unless somebody is guarded.
  const undecided = guards.length > 0 ? [] : people.map(({ id }) => id).filter((id) => !persons.includes(id))
  const told = (sees: 'seesPlace' | 'seesOthers') => [
    ...undecided,
    ...participants.flatMap((each) => (each.personId && each[sees] ? [each.personId] : [])),
  ]
  const others = participants.filter(({ personId, staffId }) => !personId && !staffId)
  return {
    formKey,
    version: appointment.version,
    guards,
    persons,
    staff: participants.flatMap(({ staffId }) => (staffId ? [staffId] : [])),
    toldPlace: told('seesPlace'),
    toldOthers: told('seesOthers'),
    texts: {
      kind: appointment.kind,
      day: from.day,
      from: from.time,
      to: to.time,
      place: appointment.place ?? '',
      placeNote: appointment.placeNote ?? '',
      bring: appointment.bring ?? '',
      shownFrom: shownFrom > now ? stockholmClock(shownFrom).day : '',
      ...Object.fromEntries(
        others.flatMap(({ name, role }, index) => [
          [otherField('name', index), name],
          [otherField('role', index), role ?? ''],
        ]),
      ),
    },
  }
}
