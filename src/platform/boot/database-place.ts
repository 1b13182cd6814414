/** The parts of DATABASE_URL that a sentence may show. The password is none of them. */
export interface DatabasePlace {
  /** Host and port, or the folder of a socket. */
  at: string;
  database: string;
  role: string;
  /** The file with the certificate of an authority to trust. */
  authorityFile: string | null;
}

const DEFAULT_PORT = '5432';

export function placeOf(url: string): DatabasePlace {
  const { hostname, port, pathname, username, searchParams } = new URL(url);
  const host = hostname || searchParams.get('host') || 'localhost';
  const role = decodeURIComponent(username) || searchParams.get('user') || '';
  const at = host.startsWith('/') ? host : `${host}:${port || searchParams.get('port') || DEFAULT_PORT}`;
  return { at, role, database: decodeURIComponent(pathname.slice(1)) || role, authorityFile: searchParams.get('sslrootcert') };
}

/** A name as it is written in SQL. */
export const sqlName = (name: string): string => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`);
