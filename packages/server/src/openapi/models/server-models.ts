import { health, readyState } from "../../operating/operator-answers.ts";
import { model } from "../model.ts";

export const serverModels = {
  Health: model(health, {
    description: "A server that lives.",
    fields: { status: "Always the same.", version: "The version that runs." },
    example: { status: "ok", version: "0.1.0" },
  }),
  Readiness: model(readyState, {
    description: "Whether a change could be kept now.",
    fields: { status: "`ready` with 200, `unavailable` with 503.", detail: "Why not, in words." },
    example: { status: "ready", detail: null },
  }),
};
