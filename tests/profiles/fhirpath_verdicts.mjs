// Evaluates invariants with the npm package fhirpath, for a test: reads `resources` and `tasks` as
// JSON on standard input, writes true, false or a sentence for each task.
// A task: [resource, the steps to a value in it, the path of its type, expression].

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.argv[2]);
const fhirpath = require("fhirpath");
const r4 = require("fhirpath/fhir-context/r4");

const compiled = new Map();

function evaluator(base, expression) {
  const key = `${base} ${expression}`;
  if (!compiled.has(key)) compiled.set(key, fhirpath.compile({ base, expression }, r4));
  return compiled.get(key);
}

function verdict(resource, steps, base, expression) {
  const value = steps.reduce((held, step) => held[step], resource);
  try {
    const result = evaluator(base, expression)(value, { resource, rootResource: resource });
    return result.length === 1 && result[0] === true;
  } catch (error) {
    return String(error);
  }
}

const { resources, tasks } = JSON.parse(readFileSync(0, "utf8"));
const verdicts = tasks.map(([index, ...task]) => verdict(resources[index], ...task));
process.stdout.write(JSON.stringify(verdicts));
