import { totalCountHeader } from "@outlay/shared";
import type { Context } from "koa";
import { answer } from "../../middleware/answer.ts";
import { type Answers, type Reply, WrittenJson } from "./answers.ts";
import { Page } from "./page.ts";

function writePage(ctx: Context, path: string, page: Page<unknown>): void {
  ctx.set(totalCountHeader, String(page.total));
  if (page.next) ctx.set("Link", `<${path}?${page.next.toString()}>; rel="next"`);
  ctx.type = "json";
  ctx.body = page.toJson();
}

/** @param path the route's path, which the link to the next page of a list uses */
export function writeReply(
  ctx: Context,
  path: string,
  answers: Answers,
  { status, body }: Reply<Answers>,
): void {
  const said = answers[status];
  if (!said) throw new Error(`The route ${path} has no answer ${status}.`);
  ctx.status = status;
  if (said.kind === "nothing") return;
  if (said.kind === "text") {
    ctx.body = body;
    ctx.set("Content-Type", said.contentType);
  } else if (body instanceof Page) writePage(ctx, path, body);
  else if (body instanceof WrittenJson) {
    ctx.type = "json";
    ctx.body = body.text;
  } else answer(ctx, body as object);
}
