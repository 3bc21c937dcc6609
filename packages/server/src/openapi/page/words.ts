import { html, type Html } from "./html.ts";

/** Renders a line in which backticks mark code. */
export const line = (text: string): Html =>
  html`${text
    .split("`")
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;

/** Renders paragraphs, which blank lines separate. */
export const paragraphs = (text: string): Html =>
  html`${text
    .split("\n\n")
    .filter((each) => each !== "")
    .map((each) => html`<p>${line(each)}</p>`)}`;
