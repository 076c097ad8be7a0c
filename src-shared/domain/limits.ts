/** The most bytes one imported file may have. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024

/** From this share on an article counts as finished: its last lines are often references. */
export const FINISHED_FRACTION = 0.98

/** The most articles that one call names: no library's list is longer, and the call stays a few megabytes. */
export const MAX_IDS = 100_000

/** The most articles that become one exported document: they are in memory together, with their pictures. */
export const MOST_TOGETHER = 200
