import { people } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'

const sara = people.sara.number

/**
 * What must stand in no answer to Peter, in any letter case: where Sara and Elias may be, what Elias said, who
 * called from the school, who Sara is to the registers, and every id of what he may not know of (domain 5.2).
 */
export const keptFromPeter: readonly string[] = [
  'sara',
  'sjukhus',
  'inlagd',
  'jourhem',
  'snäll familj',
  'skyddade delen',
  'till och med torsdag',
  'kanin',
  'ryggsäck',
  'pannkakor',
  'bild på mamma',
  'somnar klockan',
  'lärare',
  'blåmärke',
  'rädd att',
  'rädd för',
  'jättearg',
  'tar hårt',
  'elias ritar',
  'enskilt samtal',
  'polisanmälan',
  'familjecentralen',
  sara,
  sara.slice(2),
  `${sara.slice(0, 8)}-${sara.slice(8)}`,
  ...['B2', 'B4'].flatMap((note) => [storyId('note', note), storyId('note_version', note)]),
  ...['B1', 'B5'].map((note) => storyId('note_version', note)),
  ...['B1', 'B2', 'B3', 'B4', 'B5'].flatMap((note) =>
    ['sara', 'peter', 'elias'].map((who) => storyId('disclosure', `${note} ${who}`)),
  ),
  storyId('document', 'elias/appeal-sara'),
  storyId('document_version', 'elias/appeal-sara 1'),
  storyId('disclosure', 'elias/appeal-sara sara'),
  ...['elias/sara', 'elias/visit'].map((key) => storyId('appointment', key)),
  storyId('person', 'sara'),
  storyId('person_protection', 'sara'),
]
