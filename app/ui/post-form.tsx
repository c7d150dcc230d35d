import type { FormHTMLAttributes } from 'react'

/**
 * A form that changes something. The browser's own complaints are off: they come in the browser's language
 * and vanish; ours stand in the summary and at the field after the answer from the server.
 */
export function PostForm(
  props: Omit<FormHTMLAttributes<HTMLFormElement>, 'method' | 'noValidate' | 'className'>,
) {
  return <form {...props} method="post" noValidate className="form" />
}
