export const mostUploadBytes = 20 * 1024 * 1024
