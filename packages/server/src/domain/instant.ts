/** An instant, RFC 3339 in UTC with milliseconds. */
export type Instant = string;
