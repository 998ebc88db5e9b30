// node profiles/build.mjs [--check]: FSH to the FHIR definitions in profiles/generated.
//
// --check compares instead of writing, and ends with 1 where something differs. SUSHI and the
// official R4 package are fetched once, into .build/profiles; SUSHI itself runs offline. Without a
// network a check is skipped. Node 20 or newer; nothing but its standard library.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const BUILD = join(HERE, "..", ".build", "profiles");
const GENERATED = join(HERE, "generated");
const CORE = join(BUILD, "home", ".fhir", "packages", "hl7.fhir.r4.core#4.0.1");
const NPM = JSON.parse(readFileSync(join(HERE, "package.json"), "utf8"));
const EXAMPLE = /^example-/;
const CHECK = process.argv.includes("--check");

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const written = (value) => JSON.stringify(value, null, 1) + "\n";

function fail(sentence) {
  console.error(`profiles: ${sentence}`);
  process.exit(1);
}

// What has to be fetched cannot be had: no reason to call what is there wrong.
function missing(sentence) {
  if (!CHECK) fail(sentence);
  console.log(`profiles: not compared, ${sentence}`);
  process.exit(0);
}

function run(command, args, options) {
  const done = spawnSync(command, args, { encoding: "utf8", ...options });
  if (done.error) fail(`${command} cannot be run: ${done.error.message}.`);
  return done;
}

// The tools of package.json, with exact versions, where nothing else looks for them.
function install() {
  const installed = (name) => join(BUILD, "node_modules", name, "package.json");
  const pinned = Object.entries(NPM.devDependencies);
  if (pinned.every(([name, version]) => existsSync(installed(name)) && read(installed(name)).version === version)) return;
  mkdirSync(BUILD, { recursive: true });
  cpSync(join(HERE, "package.json"), join(BUILD, "package.json"));
  const quiet = ["--no-package-lock", "--no-audit", "--no-fund", "--no-update-notifier"];
  const done = run("npm", ["install", ...quiet], { cwd: BUILD });
  if (done.status) missing(`npm could not install what package.json names:\n${done.stderr}`);
}

// The structures of R4. SUSHI needs nothing else where value sets are named by their URLs, and looks
// things up in a third less time without it.
function fetchCore() {
  const folder = join(CORE, "package");
  if (!existsSync(join(folder, "package.json"))) {
    const python = process.env.PYTHON ?? "python3";
    const fetch = ["-m", "conformance.definitions.build", "--fetch", CORE];
    const done = run(python, fetch, { cwd: join(HERE, "..") });
    if (done.status) missing(`the official R4 package could not be fetched:\n${done.stderr}`);
  }
  const unread = readdirSync(folder).filter((name) => !/^(StructureDefinition-.*|package)\.json$/.test(name));
  for (const name of unread) rmSync(join(folder, name), { recursive: true });
}

// Run SUSHI on a copy, in a home of its own and without a registry, so that nothing but what is
// pinned has a say. Its complaint about packages that it adds by itself is no finding of ours.
function sushi() {
  const project = join(BUILD, "project");
  rmSync(project, { recursive: true, force: true });
  mkdirSync(join(project, "input"), { recursive: true });
  cpSync(join(HERE, "sushi-config.yaml"), join(project, "sushi-config.yaml"));
  cpSync(join(HERE, "fsh"), join(project, "input", "fsh"), { recursive: true });
  const offline = { HOME: join(BUILD, "home"), USERPROFILE: join(BUILD, "home"), FPL_REGISTRY: "http://127.0.0.1:9" };
  const program = join(BUILD, "node_modules", "fsh-sushi", "dist", "app.js");
  const done = run(process.execPath, ["--max-semi-space-size=64", program, "build", "--snapshot", project], { env: { ...process.env, ...offline } });
  const said = done.stdout.split(/\n(?=info |warn |error |\s*\n)/).map((entry) => entry.trim());
  const faults = said.filter((entry) => /^(warn|error) /.test(entry) && !entry.includes("automatically-provided"));
  if (faults.length || done.status) fail(`SUSHI found faults:\n${faults.join("\n") || done.stdout + done.stderr}`);
  const folder = join(project, "fsh-generated", "resources");
  return readdirSync(folder).sort().map((name) => read(join(folder, name)));
}

// A definition without what nobody reads: mappings, expressions in XPath, and the explanations that
// elements have from R4. An element without any change is defined by its short meaning.
function trimmed({ mapping, text, ...resource }) {
  if (!resource.snapshot) return resource;
  const changed = new Map(resource.differential.element.map((element) => [element.id, element]));
  const element = resource.snapshot.element.map((each) => trimmedElement(each, changed.get(each.id)));
  return { ...resource, snapshot: { element } };
}

function trimmedElement({ mapping, example, ...element }, change) {
  if (element.constraint) element.constraint = element.constraint.map(({ xpath, ...rest }) => rest);
  if (change) return { ...element, ...(change.example && { example }) };
  const { comment, requirements, alias, ...kept } = element;
  return { ...kept, ...(kept.definition && { definition: kept.short }) };
}

// The files of profiles/generated by name: definitions, examples, manifest, index. The index has what
// has a canonical URL: in R4 a NamingSystem has none.
function files(resources) {
  const made = new Map([["package.json", written(manifest())]]);
  const index = {};
  for (const resource of resources) {
    const { resourceType, id, url, version, kind } = resource;
    const name = `${resourceType}-${id}.json`;
    if (EXAMPLE.test(id)) {
      made.set(`examples/${name}`, written(trimmed(resource)));
      continue;
    }
    if (!url && resourceType !== "NamingSystem") fail(`${resourceType} ${id} has no url, and its id is none of an example (example-…).`);
    made.set(name, written(trimmed(resource)));
    if (url) index[`${url}|${version}`] = { file: name, type: resourceType, ...(kind && { kind }) };
  }
  made.set("index.json", written(sorted(index)));
  return made.set("checksums.sha256", checksums(made));
}

const sorted = (object) => Object.fromEntries(Object.keys(object).sort().map((key) => [key, object[key]]));

function manifest() {
  const { devDependencies, private: unpublished, fhir, ...npm } = NPM;
  return { ...npm, ...fhir };
}

// Of all sources and of what was made of them, as sha256sum writes it: so a test tells without Node
// whether something is out of date or was edited.
function checksums(made) {
  const sources = ["build.mjs", "package.json", "sushi-config.yaml", ...below(join(HERE, "fsh")).map((name) => `fsh/${name}`)];
  const contents = new Map(sources.map((name) => [name, readFileSync(join(HERE, name))]));
  for (const [name, content] of made) contents.set(`generated/${name}`, content);
  const sum = (name) => createHash("sha256").update(contents.get(name)).digest("hex");
  return [...contents.keys()].sort().map((name) => `${sum(name)}  ${name}\n`).join("");
}

function below(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

function write(made) {
  rmSync(GENERATED, { recursive: true, force: true });
  mkdirSync(join(GENERATED, "examples"), { recursive: true });
  for (const [name, content] of made) writeFileSync(join(GENERATED, name), content);
}

function differences(made) {
  const names = new Set([...made.keys(), ...below(GENERATED)]);
  const there = (name) => (existsSync(join(GENERATED, name)) ? readFileSync(join(GENERATED, name), "utf8") : undefined);
  return [...names].filter((name) => made.get(name) !== there(name)).sort();
}

install();
fetchCore();
const made = files(sushi());
if (CHECK) {
  const stale = differences(made);
  if (stale.length) fail(`profiles/generated is out of date, run make profiles:\n${stale.join("\n")}`);
  console.log(`profiles/generated is up to date: ${made.size} files.`);
} else {
  write(made);
  console.log(`${made.size} files in profiles/generated.`);
}
