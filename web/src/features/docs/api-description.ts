import { queryOptions } from '@tanstack/react-query';
import { inBase } from '../../api/base';
import { NoAnswer } from '../../api/refusal';

/** A JSON Schema, as far as it is shown. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  default?: unknown;
}

interface Content {
  content?: Record<string, { schema: Schema }>;
  description?: string;
}

interface DescribedOperation {
  summary: string;
  tags: string[];
  security: object[];
  'x-allow': string;
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

export interface ApiDescription {
  info: { version: string };
  paths: Record<string, Record<string, DescribedOperation>>;
  components?: { schemas?: Record<string, Schema> };
}

export interface Operation extends DescribedOperation {
  method: string;
  path: string;
  tag: string;
}

export const apiDescriptionQuery = () =>
  queryOptions({
    queryKey: ['api-description'],
    staleTime: Infinity,
    queryFn: async (): Promise<ApiDescription> => {
      const response = await fetch(inBase('/api/openapi.json')).catch((error: unknown) => {
        throw new NoAnswer({ cause: error });
      });
      if (!response.ok) throw new NoAnswer();
      return (await response.json()) as ApiDescription;
    },
  });

export const operationsOf = ({ paths }: ApiDescription): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path, tag: operation.tags[0] ?? 'other' })),
  );

/** Whether every word stands somewhere in what is said of the operation. */
export function matches({ method, path, summary, tag }: Operation, search: string): boolean {
  const text = `${method} ${path} ${summary} ${tag}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** A schema as a person reads it: names, kinds, limits, one line each. */
export function shown(schema: Schema | undefined, schemas: Record<string, Schema>, indent = '', depth = 0): string {
  if (!schema) return 'nothing';
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    const target = schemas[name];
    return depth > 3 || !target?.properties ? `${name}${target && !target.properties ? ` (${kindOf(target)})` : ''}` : shown(target, schemas, indent, depth);
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((choice) => shown(choice, schemas, indent, depth + 1)).join(' or ');
  if (schema.type === 'array') return `list of ${shown(schema.items, schemas, indent, depth + 1)}`;
  if (!schema.properties) return kindOf(schema);
  const lines = Object.entries(schema.properties).map(([name, property]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    const note = property.description ? `  // ${property.description}` : '';
    return `${indent}  ${name}${optional}: ${shown(property, schemas, `${indent}  `, depth + 1)}${note}`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function kindOf({ type, format, enum: values, const: value, minimum, maximum, maxLength, default: standard }: Schema): string {
  if (value !== undefined) return JSON.stringify(value);
  if (values) return values.map((each) => JSON.stringify(each)).join(' | ');
  const big = Number.MAX_SAFE_INTEGER;
  const limits = [
    minimum !== undefined && minimum > -big && `from ${minimum}`,
    maximum !== undefined && maximum < big && `to ${maximum}`,
    maxLength && `at most ${maxLength} characters`,
  ];
  const words = [format ?? [type ?? 'anything'].flat().join(' or '), ...limits, standard !== undefined && `else ${JSON.stringify(standard)}`];
  return words.filter(Boolean).join(' ');
}
