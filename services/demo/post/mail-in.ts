/** Of a plain mail of one part (RFC 5322, 2045, 2047), what a mail program would show. */
export function mailIn(raw: string): { id: string; from: string; subject: string; text: string } {
  const end = raw.indexOf('\r\n\r\n')
  const headers = new Map(
    raw
      .slice(0, end)
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  )
  const header = (name: string) => inWords(headers.get(name) ?? '')
  const body = raw.slice(end + 4)
  return {
    id: header('message-id'),
    from: header('from'),
    subject: header('subject'),
    text: decoded(body, headers.get('content-transfer-encoding')?.toLowerCase())
      .replace(/\r\n/g, '\n')
      .trim(),
  }
}

function inWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString()
        : fromQuoted(text.replaceAll('_', ' ')),
    )
}

function decoded(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  return encoding === 'quoted-printable' ? fromQuoted(body.replace(/=\r\n/g, '')) : body
}

function fromQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}
