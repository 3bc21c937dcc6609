const units = ["bytes", "kB", "MB", "GB", "TB"];

/** A number of bytes in readable form: `980 bytes`, `1.2 MB`. */
export function fileSize(sizeBytes: number): string {
  const power = sizeBytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(sizeBytes) / 3), 4);
  const size = sizeBytes / 1000 ** power;
  const shown = new Intl.NumberFormat("en", { maximumFractionDigits: size < 10 ? 1 : 0 });
  return `${shown.format(size)} ${units[power]}`;
}
