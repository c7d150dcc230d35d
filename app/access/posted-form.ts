/** The form of a post. A body that is no form has no fields: the page then says what is missing. */
export function postedForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData())
}
