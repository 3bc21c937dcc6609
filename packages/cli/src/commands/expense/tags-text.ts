/** `#work #berlin` */
export const tagsText = (tags: readonly string[]): string => tags.map((tag) => `#${tag}`).join(" ");
