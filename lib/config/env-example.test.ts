import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, it } from "vitest";
import { parseConfig } from "./parse-config";
import { Environment } from "./schema";

const example = parseEnv(readFileSync(".env.example", "utf8"));

it(".env.example documents every variable and no other", () => {
  expect(Object.keys(example).sort()).toEqual(Object.keys(Environment.shape).sort());
});

it("a copy of .env.example changes nothing", () => {
  expect(parseConfig(example, "/srv/plumbline")).toEqual(parseConfig({}, "/srv/plumbline"));
});
