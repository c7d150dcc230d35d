export function postedForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData())
}

/** Whether a form without script was sent, which a page must answer. */
export function isForm(request: Request): boolean {
  return request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false
}
