/** Anything but the end of a line that a terminal could obey. */
export const controls = /[^\P{Cc}\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
