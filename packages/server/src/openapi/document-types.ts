/** The parts of an OpenAPI 3.1 document that this server's has. */

/** JSON Schema 2020-12. */
export interface JsonSchema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: readonly string[];
  const?: string | number | boolean;
  default?: string | number | boolean;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  pattern?: string;
  title?: string;
  description?: string;
  examples?: unknown[];
  [keyword: string]: unknown;
}

export interface Reference {
  $ref: string;
}

export interface ParameterObject {
  name: string;
  in: "query" | "path";
  description: string;
  required: boolean;
  schema: JsonSchema;
  /** How a list comes; some programs don't know what holds where nothing is said. */
  style?: "form";
  explode?: boolean;
  example?: string | number;
}

interface HeaderObject {
  description: string;
  required?: boolean;
  schema: JsonSchema;
}

export type Content = Record<string, { schema: JsonSchema }>;

export interface ResponseObject {
  description: string;
  headers: Record<string, HeaderObject | Reference>;
  content?: Content;
}

export interface OperationObject {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters?: ParameterObject[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, ResponseObject | Reference>;
}

export interface OpenApiDocument {
  openapi: "3.1.1";
  info: Record<string, unknown> & { title: string; version: string; description: string };
  servers: { url: string; description: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, OperationObject>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, ResponseObject>;
    headers: Record<string, HeaderObject>;
    securitySchemes: Record<string, Record<string, string>>;
  };
  /** The answers to `OPTIONS`, and to an unknown method or path. */
  "x-other-requests": Record<string, Record<string, ResponseObject | Reference>>;
}
