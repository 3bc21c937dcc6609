import type {
  Content,
  JsonSchema,
  OpenApiDocument,
  OperationObject,
  Reference,
  ResponseObject,
} from "../document-types.ts";
import { curlOf } from "./curl.ts";
import { html, type Html, nothing } from "./html.ts";
import { fieldsHtml, kindOf, modelName, parametersHtml } from "./schema-html.ts";
import { line, paragraphs } from "./words.ts";

export interface Operation {
  method: string;
  path: string;
  operation: OperationObject;
}

type Schemas = OpenApiDocument["components"]["schemas"];

const jsonSchemaIn = (content: Content | undefined): JsonSchema | undefined =>
  content?.["application/json"]?.schema;

/** Returns an example of the schema that `schema` refers to, or of a list of it. */
function exampleOf(schema: JsonSchema | undefined, schemas: Schemas): unknown {
  if (schema?.items) return [exampleOf(schema.items, schemas)];
  const name = schema && modelName(schema);
  return name === undefined ? undefined : schemas[name]?.examples?.[0];
}

const code = (text: string) => html`<pre tabindex="0"><code>${text}</code></pre>`;

const isOwn = (response: ResponseObject | Reference): response is ResponseObject =>
  !("$ref" in response);

function bodyHtml({ requestBody }: OperationObject, schemas: Schemas): Html {
  const schema = jsonSchemaIn(requestBody?.content);
  const name = schema && modelName(schema);
  const fields = name === undefined ? undefined : schemas[name];
  if (!requestBody || !fields) return nothing;
  const types = Object.keys(requestBody.content).map((type) => html`<code>${type}</code> `);
  return html`<h4>Body</h4>
    <p class="types">${types}</p>
    ${fieldsHtml(fields, true)}`;
}

function answerHtml(status: string, { description, headers, content = {} }: ResponseObject): Html {
  const bodies = Object.entries(content).map(([type, { schema }]) =>
    type === "application/json" && schema.type !== "object"
      ? kindOf(schema)
      : html`<code>${type}</code>`,
  );
  const more = Object.keys(headers).filter((name) => name !== "X-Request-Id");
  return html`<dt>
      <code>${status}</code> <span class="kind">${bodies.length > 0 ? bodies : "no body"}</span>
    </dt>
    <dd>
      ${line(description)}${more.map(
        (name) =>
          html` Header <a href="#header-${name}"><code>${name}</code></a
            >.`,
      )}
    </dd> `;
}

function refusalsHtml(responses: OperationObject["responses"]): Html {
  const links = Object.entries(responses).flatMap(([status, response]) =>
    isOwn(response)
      ? []
      : [html`<a href="#refusal-${response.$ref.split("/").at(-1) ?? ""}">${status}</a> `],
  );
  return html`<p class="refusals">Errors: ${links}</p>`;
}

export function operationHtml({ method, path, operation }: Operation, schemas: Schemas): Html {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const answers = Object.entries(responses).filter((each): each is [string, ResponseObject] =>
    isOwn(each[1]),
  );
  const sent = exampleOf(jsonSchemaIn(requestBody?.content), schemas);
  const got = answers.map(([, { content }]) => exampleOf(jsonSchemaIn(content), schemas))[0];
  return html`<article id="${operationId}" aria-labelledby="${operationId}-title">
    <h3 id="${operationId}-title">${summary}</h3>
    <p class="call">
      <span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code>
    </p>
    ${paragraphs(description)}
    ${
      parameters.length > 0
        ? html`<h4>Parameters</h4>
            ${parametersHtml(parameters)}`
        : nothing
    }
    ${bodyHtml(operation, schemas)}
    <h4>Responses</h4>
    <dl>${answers.map(([status, response]) => answerHtml(status, response))}</dl>
    ${refusalsHtml(responses)}
    <h4>Example</h4>
    ${code(curlOf(method, path, operation, sent))}
    ${got === undefined ? nothing : code(JSON.stringify(got, null, 2))}
  </article> `;
}
