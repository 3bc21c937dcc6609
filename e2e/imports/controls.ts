/** Matches any character, except the end of a line, that a terminal could interpret. */
export const controls = /[^\P{Cc}\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
