import { readFileSync } from 'node:fs';
import { codeOf } from '../boot/start-fault.js';
import { textOfFile } from './dot-env.js';
import { nearestName } from './nearest-name.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says about our settings, before any value is checked. */
export interface Given {
  values: Record<string, string>;
  /** Where a value was read from, by its name, if it is not the environment itself. */
  files: Record<string, string>;
  faults: string[];
  /** Hints that don't stop the start. */
  hints: string[];
}

const PREFIX = 'DAYMARK_';
const FILE = '_FILE';

/** Collects the settings: values without the quotes and line ends that other programs leave in them, and secrets from their files. */
export function givenSettings(environment: Environment, known: readonly string[], secrets: readonly string[]): Given {
  const all = Object.entries(environment)
    .map(([name, value]) => [name, plainValue(value ?? '')] as const)
    .filter(([, value]) => value !== '');
  const ofKubernetes = all.filter(([name, value]) => !known.includes(name) && isOfKubernetes(name, value)).map(([name]) => name);
  const given = Object.fromEntries(all.filter(([name]) => !ofKubernetes.includes(name)));
  const fromFiles = readSecretFiles(given, secrets);
  const isKnown = (name: string) => known.includes(name) || (name.endsWith(FILE) && secrets.includes(name.slice(0, -FILE.length)));
  const unknown = Object.keys(given).filter((name) => name.startsWith(PREFIX) && !isKnown(name));
  return {
    values: { ...given, ...fromFiles.values },
    files: fromFiles.files,
    faults: [...fromFiles.faults, ...unknown.map((name) => `${name}: ${unknownName(name, known)}`)],
    hints: ofKubernetes.length > 0 ? [kubernetesHint(ofKubernetes)] : [],
  };
}

/** `docker run --env-file` keeps quotes and the carriage returns of Windows as part of a value. */
function plainValue(value: string): string {
  const text = value.trim();
  const isQuoted = text.length > 1 && (text[0] === '"' || text[0] === "'") && text.at(-1) === text[0];
  return isQuoted ? text.slice(1, -1).trim() : text;
}

/** What Kubernetes sets for each service of the namespace, here for one whose name begins with ours. */
function isOfKubernetes(name: string, value: string): boolean {
  if (/^DAYMARK(_\w+)?_SERVICE_(HOST|PORT(_\w+)?)$/.test(name)) return true;
  if (/^DAYMARK(_\w+)?_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/.test(name)) return true;
  return /^DAYMARK(_\w+)?_PORT$/.test(name) && /^(tcp|udp|sctp):\/\//.test(value);
}

const kubernetesHint = (names: readonly string[]): string =>
  `Ignored ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}: Kubernetes sets them for a service of that name. ` +
  `"enableServiceLinks: false" in the pod turns them off.`;

function unknownName(name: string, known: readonly string[]): string {
  if (name.endsWith(FILE) && known.includes(name.slice(0, -FILE.length)))
    return `Only secrets can be read from a file: set ${name.slice(0, -FILE.length)} itself`;
  const nearest = nearestName(name, known);
  return `There is no such setting${nearest ? `. Did you mean ${nearest}?` : ''}`;
}

function readSecretFiles(given: Record<string, string>, secrets: readonly string[]): Omit<Given, 'hints'> {
  const read: Omit<Given, 'hints'> = { values: {}, files: {}, faults: [] };
  for (const name of secrets) {
    const file = given[`${name}${FILE}`];
    if (file === undefined) continue;
    if (given[name] !== undefined) {
      read.faults.push(`${name}${FILE}: ${name} is set as well. Set one of the two`);
      continue;
    }
    const { value, fault } = readSecret(file);
    if (value !== undefined) Object.assign(read.values, { [name]: value });
    if (value !== undefined) read.files[name] = file;
    if (fault !== undefined) read.faults.push(`${name}${FILE}: ${fault}`);
  }
  return read;
}

const UNREADABLE: Record<string, (file: string) => string> = {
  ENOENT: (file) => `There is no file ${file}`,
  ENOTDIR: (file) => `There is no file ${file}`,
  EISDIR: (file) => `${file} is a folder, not a file`,
  EACCES: (file) => `This user may not read ${file}`,
  EPERM: (file) => `This user may not read ${file}`,
};

/** The one line of a secret's file. The line end that most editors add is not part of it. */
function readSecret(file: string): { value?: string; fault?: string } {
  try {
    const value = textOfFile(readFileSync(file)).replace(/[\r\n]+$/, '');
    if (value.trim() === '') return { fault: `${file} is empty` };
    if (/[\r\n\0]/.test(value)) return { fault: `${file} has more than one line` };
    return { value };
  } catch (error) {
    return { fault: UNREADABLE[codeOf(error)]?.(file) ?? `${file} can’t be read (${codeOf(error)})` };
  }
}
