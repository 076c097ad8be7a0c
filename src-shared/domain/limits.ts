/** The most bytes one imported file may have. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024
