import { html, type Html } from "./html.ts";

/** A line with `code` in it. */
export const line = (text: string): Html =>
  html`${text
    .split("`")
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;

/** Paragraphs, with a blank line between them. */
export const paragraphs = (text: string): Html =>
  html`${text
    .split("\n\n")
    .filter((each) => each !== "")
    .map((each) => html`<p>${line(each)}</p>`)}`;
