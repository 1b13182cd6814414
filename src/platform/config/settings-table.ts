import { z } from 'zod';
import { Settings } from './config.js';

/** One setting as people read it. */
interface Row {
  name: string;
  description: string;
  default: string | undefined;
  isSecret: boolean;
}

/** Between these two lines of README.md stands the table. */
export const MARKERS = ['<!-- settings -->', '<!-- /settings -->'] as const;

const rows = (): Row[] =>
  Object.entries(Settings.shape).map(([name, schema]) => {
    const { description = '', secret } = z.globalRegistry.get(schema) ?? {};
    return { name, description, default: defaultOf(schema), isSecret: secret === true };
  });

/** What a setting is when nobody sets it, as one would write it; nothing where absence has a meaning of its own. */
function defaultOf(schema: z.ZodType): string | undefined {
  if (!(schema instanceof z.ZodDefault)) return undefined;
  const value: unknown = schema.def.defaultValue;
  return Array.isArray(value) && value.length === 0 ? undefined : String(value);
}

/** The table of README.md. */
export function settingsTable(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const lines = rows().map(
    (row) => `| \`${row.name}\` | ${row.default === undefined ? '' : `\`${row.default}\``} | ${cell(row.description)}${row.isSecret ? ' (secret)' : ''} |`,
  );
  return ['| Setting | Default | What it does |', '| --- | --- | --- |', ...lines].join('\n');
}

/** The file .env.example: every setting, commented out, with its default. */
export function environmentExample(): string {
  const settings = rows().map(
    (row) => `# ${row.description}${row.isSecret ? ' (secret)' : ''}\n#${row.name}=${row.default?.includes(' ') ? `"${row.default}"` : (row.default ?? '')}`,
  );
  return `# Copy this file to .env and take the # away from what you set. Made by \`npm run settings\`.\n# A secret can also be in a file: NAME_FILE=/path/to/file.\n\n${settings.join('\n\n')}\n`;
}

/** The text with the table between its markers brought up to date. */
export function withSettings(text: string): string {
  const [open, close] = MARKERS;
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`The lines ${open} and ${close} are missing.`);
  return `${text.slice(0, from + open.length)}\n${settingsTable()}\n${text.slice(to)}`;
}
