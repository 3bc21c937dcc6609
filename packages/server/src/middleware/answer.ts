import type { Context } from "koa";

/**
 * Answers with a value as JSON. As text, since Koa looks at any other value for kinds of the web's that
 * Node would have to load first, which takes a command a tenth of its time.
 */
export function answer(ctx: Pick<Context, "type" | "body">, value: object): void {
  ctx.type = "json";
  ctx.body = JSON.stringify(value);
}
