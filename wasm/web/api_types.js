// Writes the types of the daemon's answers from its OpenAPI document:
//   node api_types.js openapi.json OUT
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [from, out] = process.argv.slice(2);
mkdirSync(dirname(out), { recursive: true });
const { components } = JSON.parse(readFileSync(from, 'utf8'));
const plain = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean',
                null: 'null' };

function fieldsOf({ properties, required = [] }) {
  const fields = Object.entries(properties).map(([name, schema]) =>
    `  ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`);
  return `{\n${fields.join('\n')}\n}`;
}

function typeOf(schema) {
  if (schema === true || schema === undefined) return 'unknown';
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (schema.enum) return schema.enum.map(each => JSON.stringify(each)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return `(${choices.map(typeOf).join(' | ')})`;
  if (Array.isArray(schema.type))
    return schema.type.map(type => typeOf({ ...schema, type })).join(' | ');
  if (schema.type === 'array') return `${typeOf(schema.items)}[]`;
  if (schema.type !== 'object') return plain[schema.type] ?? 'unknown';
  if (schema.properties) return fieldsOf(schema);
  return `Record<string, ${typeOf(schema.additionalProperties)}>`;
}

const types = Object.entries(components.schemas)
  .map(([name, schema]) => `export type ${name} = ${typeOf(schema)};\n`);
writeFileSync(out, `// Made by api_types.js.\n${types.join('\n')}`);
