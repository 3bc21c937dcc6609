import { health, readyState } from "../../operating/operator-answers.ts";
import { model } from "../model.ts";

export const serverModels = {
  Health: model(health, {
    description: "The response of a running server.",
    fields: { status: "Always `ok`.", version: "The version of the server." },
    example: { status: "ok", version: "0.1.0" },
  }),
  Readiness: model(readyState, {
    description: "Whether the server can store changes.",
    fields: {
      status: "`ready` with status 200, `unavailable` with status 503.",
      detail: "The reason why the server is not ready; null if it is.",
    },
    example: { status: "ready", detail: null },
  }),
};
