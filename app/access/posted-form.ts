export function postedForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData())
}
