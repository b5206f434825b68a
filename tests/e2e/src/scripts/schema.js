/*
 * Holds files against a JSON Schema: standard input is a JSON list of the schema and a list of files. Writes a JSON list of
 * whether each follows it.
 */
const { readFileSync } = require("node:fs");
const Ajv = require("ajv/dist/2020");

const [schema, files] = JSON.parse(readFileSync(0, "utf8"));
const validate = new Ajv({ strict: true, formats: { uint32: true } }).compile(schema);
process.stdout.write(JSON.stringify(files.map((file) => validate(file))));
