/*
 * Holds a custom elements manifest and types against their makers' own checkers: standard input is a JSON list of the
 * manifest, the text of the types, and that of the types for React. Writes a JSON list of what is wrong.
 */
const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const Ajv = require("ajv");
const ts = require("typescript");

const [manifest, types, jsx] = JSON.parse(readFileSync(0, "utf8"));
const folder = dirname(require.resolve("custom-elements-manifest/schema.json"));
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")));
validate(manifest);
const wrong = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

/* React's own types are not installed; this much of them is what ours lean on. */
const REACT = `declare module "react" {
  interface HTMLAttributes<T> { id?: string }
  type DetailedHTMLProps<E, T> = E;
  namespace JSX { interface IntrinsicElements { div: HTMLAttributes<HTMLDivElement> } }
}`;
const USE = `import "./therapist-fit.js";
import type {} from "./therapist-fit.react.js";
const it = document.querySelector("therapist-fit")!;
it.start();
it.clear();
it.addEventListener("therapist-fit-progress", (event) => { const n: number = event.detail.answered + event.detail.total; });
it.addEventListener("therapist-fit-error", (event) => { const code: "load-failed" | "no-webassembly" | "unsupported" | "checklist-invalid" = event.detail.code; });
// @ts-expect-error There is no such method.
it.stop();
import type { JSX } from "react";
const element: JSX.IntrinsicElements["therapist-fit"] = { lang: "es", "heading-level": "3", id: "mine" };
// @ts-expect-error There is no such attribute.
const other: JSX.IntrinsicElements["therapist-fit"] = { colour: "red" };`;
const files = { "/therapist-fit.d.ts": types, "/therapist-fit.react.d.ts": jsx, "/react.d.ts": REACT, "/use.ts": USE };
const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, types: [] };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (name, ...rest) => (files[name] ? ts.createSourceFile(name, files[name], ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest));
host.fileExists = (name) => name in files || fileExists(name);
host.readFile = (name) => files[name] ?? readFile(name);
const program = ts.createProgram(Object.keys(files), options, host);
for (const { messageText, file } of ts.getPreEmitDiagnostics(program)) {
  wrong.push(`${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}
process.stdout.write(JSON.stringify(wrong));
