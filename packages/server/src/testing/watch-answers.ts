import type { RequestListener, ServerResponse } from "node:http";
import type { CheckAnswer } from "./described-answers.ts";

/** Collects what is written to a response, in passing. */
function textOf(response: ServerResponse): () => string {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    keep(chunk);
    return write(chunk, ...rest);
  }) as typeof response.write;
  response.end = ((chunk: unknown, ...rest: unknown[]) => {
    keep(chunk);
    // Some responses end by writing, which would be kept twice.
    response.write = write as typeof response.write;
    return end(chunk, ...rest);
  }) as typeof response.end;
  return () => Buffer.concat(chunks).toString();
}

/** The same listener, whose answers are checked as they are finished. */
export const watchAnswers =
  (handle: RequestListener, check: CheckAnswer, tell: (fault: string) => void): RequestListener =>
  (request, response) => {
    const { method = "", url = "" } = request;
    const text = textOf(response);
    response.once("finish", () => {
      const headers = response.getHeaders();
      const fault = check({ method, url, status: response.statusCode, headers, text: text() });
      if (fault !== undefined) tell(fault);
    });
    handle(request, response);
  };
