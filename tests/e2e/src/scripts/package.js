/*
 * Holds a packed npm package against the checkers of its kind: standard input is a JSON list of the package's folder and of
 * an empty one. It packs, installs and imports it as an application would. Writes a JSON list of what is wrong.
 */
const { execFileSync } = require("node:child_process");
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const ts = require("typescript");

const [folder, empty] = JSON.parse(readFileSync(0, "utf8"));
const wrong = [];
/* Modules don't look where NODE_PATH says, so they are named by their files. */
const imported = (file) => import(pathToFileURL(join(process.env.NODE_PATH, file)));
const npm = (...args) => execFileSync("npm", args, { cwd: empty, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

const USE = `import "therapist-fit";
import "therapist-fit/therapist-fit.js";
import type { TherapistFitElement, TherapistFitAttributes } from "therapist-fit";
const attributes: TherapistFitAttributes = { form: "short", "heading-level": "3" };
const it: TherapistFitElement = document.querySelector("therapist-fit")!;
it.start();
// @ts-expect-error There is no such form.
const other: TherapistFitAttributes = { form: "long" };
export { attributes, other };
`;

(async () => {
  const [{ filename }] = JSON.parse(npm("pack", "--json", folder));
  const tarball = readFileSync(join(empty, filename));

  const { publint } = await imported("publint/src/index-node.js");
  const { formatMessage } = await imported("publint/src/utils.js");
  const { messages, pkg } = await publint({ pkgDir: folder, pack: "npm", strict: true });
  for (const message of messages) wrong.push(`publint: ${formatMessage(message, pkg)}`);

  const { checkPackage, createPackageFromTarballData } = await imported("@arethetypeswrong/core/dist/index.js");
  const found = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
  // A package of modules only is no fault: `require` of one works in every Node that is maintained.
  const known = ["CJSResolvesToESM", "NoResolution", "UntypedResolution"];
  for (const problem of found.problems ?? [{ kind: "no types" }]) {
    const modern = !["node10", "node16-cjs"].includes(problem.resolutionKind);
    const json = /json/.test(problem.entrypoint ?? "");
    if (!known.includes(problem.kind) || (modern && !json)) wrong.push(`types: ${JSON.stringify(problem)}`);
  }

  writeFileSync(join(empty, "package.json"), JSON.stringify({ private: true, type: "module" }));
  npm("install", "--ignore-scripts", "--no-audit", "--no-fund", "--offline", filename);
  // On a server there is no document, and nothing happens.
  execFileSync("node", ["--input-type=module", "-e", "import 'therapist-fit'"], { cwd: empty });
  writeFileSync(join(empty, "use.ts"), USE);
  for (const [module, moduleResolution] of [
    [ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
    [ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ]) {
    const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module, moduleResolution, types: [] };
    const program = ts.createProgram([join(empty, "use.ts")], options);
    for (const { messageText } of ts.getPreEmitDiagnostics(program)) {
      wrong.push(`${ts.ModuleResolutionKind[moduleResolution]}: ${ts.flattenDiagnosticMessageText(messageText, "\\n")}`);
    }
  }
  process.stdout.write(JSON.stringify(wrong));
})();
