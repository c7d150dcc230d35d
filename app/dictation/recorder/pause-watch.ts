// A microphone is never quieter; digital zero would hide every other level.
const leastLevel = 0.0005
// By a quarter of a second: how fast what was heard is forgotten.
const floorRises = 1.02
const loudFalls = 0.98
// Half as loud again as the room is not yet a voice.
const voiceToRoom = 2
const quartersOfPause = 4

/**
 * Takes the level of each quarter of a second, 0 to 1, and says whether somebody has just stopped speaking. The room's own
 * noise is learnt: it is quiet where the level is nearer to the quietest than to the loudest.
 */
export function createPauseWatch(): (level: number) => boolean {
  let [floor, loudest] = [1, 0]
  let quietQuarters = quartersOfPause
  return (heard) => {
    const level = Math.max(heard, leastLevel)
    floor = Math.min(level, floor * floorRises)
    loudest = Math.max(level, loudest * loudFalls)
    const isVoice = loudest > floor * voiceToRoom && level * level > floor * loudest
    quietQuarters = isVoice ? 0 : quietQuarters + 1
    return !isVoice && quietQuarters <= quartersOfPause
  }
}
