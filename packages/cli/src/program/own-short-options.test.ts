import { Command } from "@commander-js/extra-typings";
import { describe, expect, it } from "vitest";
import { ownShortOptions } from "./own-short-options.ts";

const root = new Command("outlay").option("-q, --quiet").option("--profile <name>");
const list = new Command("list").alias("ls").option("-q, --query <text>").option("-n <count>");
const noun = new Command("expense");
noun.addCommand(new Command("list").option("-q, --query <text>"));
root.addCommand(list);
root.addCommand(noun);
root.addCommand(new Command("add").argument("<words...>"));

describe("a short option that both the program and a command have", () => {
  it.each([
    ["list -q text", "list --query text"],
    ["ls -n 3 -q text", "ls -n 3 --query text"],
    ["list -qtext", "list --query=text"],
    ["expense list -q text", "expense list --query text"],
    ["--profile list list -q text", "--profile list list --query text"],
    ["--profile=x list -q text", "--profile=x list --query text"],
  ])("is the command's behind its name: %s", (line, meant) => {
    expect(ownShortOptions(root, line.split(" ")).join(" ")).toBe(meant);
  });

  it.each([
    "-q list",
    "-q list --query text",
    "list --quiet",
    "add 1 -q tea",
    "add list -q",
    "list -- -q",
    "--profile list add -q tea",
    "nonsense -q",
  ])("is else left as it is: %s", (line) => {
    expect(ownShortOptions(root, line.split(" ")).join(" ")).toBe(line);
  });
});
