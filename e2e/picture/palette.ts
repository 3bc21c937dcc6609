/**
 * The colours of the picture. They are readable on dark and on light pages, since the window has its own
 * background.
 */
export const foreground = "#e6edf3";
export const background = "#161b22";
export const frame = "#4b535d";

const named = [
  ["#484f58", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#b1bac4"],
  ["#6e7681", "#ffa198", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#ffffff"],
].flat();

/** Red, green and blue as one number. */
export const rgbColor = (rgb: number): string => `#${rgb.toString(16).padStart(6, "0")}`;

/** The levels of red, green and blue after the 16 named colours, as in xterm. */
const cubeLevels = [0, 95, 135, 175, 215, 255];

/** One of 256 colours: 16 with names, a cube of 6 × 6 × 6, and 24 greys. */
export function paletteColor(index: number): string {
  const name = named[index];
  if (name !== undefined) return name;
  if (index >= 232) return rgbColor((8 + (index - 232) * 10) * 0x01_01_01);
  const level = (step: number) => cubeLevels[Math.floor((index - 16) / step) % 6] ?? 0;
  return rgbColor(level(36) * 0x1_00_00 + level(6) * 0x1_00 + level(1));
}
