/** The API's description as a self-contained page without scripts */
import type { JsonSchema, OpenApiDocument, ResponseObject } from "../document-types.ts";
import { html, type Html, nothing } from "./html.ts";
import { type Operation, operationHtml } from "./operation-html.ts";
import { fieldsHtml, kindOf } from "./schema-html.ts";
import { line, paragraphs } from "./words.ts";

const firstSteps = `OUTLAY=http://127.0.0.1:8000

curl "$OUTLAY/register/" -H 'Content-Type: application/json' \\
  -d '{"username":"ada","password":"correct-Horse-77-battery"}'

curl "$OUTLAY/api/token/" -H 'Content-Type: application/json' \\
  -d '{"username":"ada","password":"correct-Horse-77-battery"}'

TOKEN=…    # the "access" token of that response, or an API key`;

const operationsOf = ({ paths }: OpenApiDocument): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  );

const idOf = (tag: string) => `tag-${tag.toLowerCase().replaceAll(" ", "-")}`;

interface Group {
  name: string;
  description: string;
  operations: Operation[];
}

function groupsOf(document: OpenApiDocument): Group[] {
  const operations = operationsOf(document);
  return document.tags.map(({ name, description }) => ({
    name,
    description,
    operations: operations.filter(({ operation }) => operation.tags.includes(name)),
  }));
}

const contents = (groups: readonly Group[]) =>
  html`<nav aria-label="Contents">
    <details open>
      <summary>Contents</summary>
      <ul>
        <li><a href="#start">First steps</a></li>
        ${groups.map(
          ({ name, operations }) =>
            html`<li>
              <a href="#${idOf(name)}">${name}</a>
              <ul>
                ${operations.map(
                  ({ method, operation }) =>
                    html`<li>
                      <a href="#${operation.operationId}"
                        >${operation.summary} <span class="verb">${method.toUpperCase()}</span></a
                      >
                    </li> `,
                )}
              </ul>
            </li> `,
        )}
        <li><a href="#refusals">Error responses</a></li>
        <li><a href="#headers">Headers</a></li>
        <li><a href="#models">Schemas</a></li>
      </ul>
    </details>
  </nav> `;

/** Returns the status of each response that several operations share. */
function statusesOf(document: OpenApiDocument): Map<string, string> {
  const ofOperations = operationsOf(document).map(({ operation }) => operation.responses);
  const all = [...ofOperations, ...Object.values(document["x-other-requests"])];
  const named = all.flatMap((responses) => Object.entries(responses));
  return new Map(named.map(([status, each]) => ["$ref" in each ? each.$ref : "", status]));
}

function refusalHtml(
  [name, { description, content = {} }]: [string, ResponseObject],
  status: string,
): Html {
  const bodies = Object.values(content).map(({ schema }) => kindOf(schema));
  return html`<dt id="refusal-${name}">
      <code>${status}</code> ${name} <span class="kind">${bodies}</span>
    </dt>
    <dd>${line(description)}</dd> `;
}

function modelHtml([name, schema]: [string, JsonSchema]): Html {
  const examples = schema.examples ?? [];
  return html`<section id="model-${name}" aria-labelledby="model-${name}-title">
    <h3 id="model-${name}-title">${name}</h3>
    <p>${line(schema.description ?? "")}</p>
    ${fieldsHtml(schema, false)}
    ${examples.map((each) => html`<pre tabindex="0"><code>${JSON.stringify(each, null, 2)}</code></pre>`)}
  </section> `;
}

function main(document: OpenApiDocument, groups: readonly Group[], base: string): Html {
  const { info, components } = document;
  const { schemas, responses, headers } = components;
  const statuses = statusesOf(document);
  return html`<main id="content">
    <h1>${info.title} API <span class="version">${info.version}</span></h1>
    ${paragraphs(info.description)}
    <p>
      This description is also available as an OpenAPI document:
      <a href="${base}openapi.json">openapi.json</a>.
    </p>
    <section id="start" aria-labelledby="start-title">
      <h2 id="start-title">First steps</h2>
      <pre tabindex="0"><code>${firstSteps}</code></pre>
      <p>The examples below use these two variables.</p>
    </section>
    ${groups.map(
      ({ name, description, operations }) =>
        html`<section id="${idOf(name)}" aria-labelledby="${idOf(name)}-title">
          <h2 id="${idOf(name)}-title">${name}</h2>
          <p>${description}</p>
          ${operations.map((each) => operationHtml(each, schemas))}
        </section> `,
    )}
    <section id="refusals" aria-labelledby="refusals-title">
      <h2 id="refusals-title">Error responses</h2>
      <dl>
        ${Object.entries(responses).map((each) =>
          refusalHtml(each, statuses.get(`#/components/responses/${each[0]}`) ?? ""),
        )}
      </dl>
    </section>
    <section id="headers" aria-labelledby="headers-title">
      <h2 id="headers-title">Headers</h2>
      <dl>
        ${Object.entries(headers).map(
          ([name, { description }]) =>
            html`<dt id="header-${name}"><code>${name}</code></dt>
              <dd>${line(description)}</dd> `,
        )}
      </dl>
    </section>
    <section id="models" aria-labelledby="models-title">
      <h2 id="models-title">Schemas</h2>
      ${Object.entries(schemas).map(modelHtml)}
    </section>
  </main> `;
}

/** @param base the relative path from the page to the folder of the document: empty, or `../` */
export function renderPage(document: OpenApiDocument, base: string): string {
  const groups = groupsOf(document);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${document.info.title} API</title>
        <link rel="stylesheet" href="${base}docs/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        ${contents(groups)}${main(document, groups, base)}
      </body>
    </html>
    ${nothing}`.text;
}
