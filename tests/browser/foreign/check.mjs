// Reads exports with software made by others, and prints what it made of them as JSON:
//   node check.mjs TOOLS FOLDER SCHEMA
// TOOLS holds node_modules, FOLDER the exports, SCHEMA is docs/article.schema.json.

import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const [tools, folder, schemaFile] = process.argv.slice(2);
const require = createRequire(resolve(tools, "package.json"));
const text = (ending) => {
  const name = readdirSync(folder).find((name) => name.endsWith(ending));
  return readFileSync(join(folder, name), "utf8");
};

const Ajv = require("ajv/dist/2020").default;
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
const valid = validate(JSON.parse(text("article.json")));

const { default: ICAL } = await import(require.resolve("ical.js"));
const calendar = new ICAL.Component(ICAL.parse(text(".ics")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    summary: event.summary,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    day: event.startDate.isDate,
    status: component.getFirstPropertyValue("status"),
    description: event.description,
  };
});

console.log(JSON.stringify({ valid, errors: validate.errors, events }));
