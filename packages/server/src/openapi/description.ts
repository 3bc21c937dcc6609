import type { Route } from "../routes/routing/route.ts";
import { openApiDocument } from "./open-api-document.ts";
import { renderPage } from "./page/page.ts";
import { style } from "./page/style.ts";

/** The API's description, as a document for programs and as a page for people */
export interface Description {
  document: string;
  style: string;
  /** @param base the relative path from the page to the folder of the document: empty, or `../` */
  page: (base: string) => string;
}

export function describe(routes: readonly Route[]): Description {
  const document = openApiDocument(routes);
  return {
    document: JSON.stringify(document),
    style,
    page: (base) => renderPage(document, base),
  };
}
