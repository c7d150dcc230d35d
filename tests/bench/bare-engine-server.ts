import { createServer } from 'node:http'
import { arrayBuffer } from 'node:stream/consumers'
import { provideModel } from '../../services/transcriber/provide-model.ts'
import { readSettings } from '../../services/transcriber/settings.ts'
import { loadWhisper } from '../../services/transcriber/whisper.ts'
import { listen } from './listen.ts'

// The engine of the transcription service without the service: the same model, called directly, one sound at a time.
const model = await provideModel(readSettings(process.env).source, () => undefined)
const engine = await loadWhisper(model.folder, model.id.endsWith('-small'))

const server = createServer((incoming, outgoing) => {
  void arrayBuffer(incoming).then(async (bytes) => {
    const pcm = new Float32Array(bytes)
    const begun = performance.now()
    await engine.recognise(pcm, null, () => false)
    outgoing.end(JSON.stringify({ milliseconds: performance.now() - begun }))
  })
})
listen(server)
