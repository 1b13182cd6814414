import { lookup } from 'node:dns/promises';
import { createServer } from 'node:net';
import { codeOf, StartFault } from './start-fault.js';

/** Codes that mean: this machine lacks that kind of address (no IPv6, say), which the server will do without. */
const LACKING = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/** What listens on all addresses, IPv6 and IPv4, and what does the same on a machine without IPv6. */
const [EVERYWHERE, EVERYWHERE_IPV4] = ['::', '0.0.0.0'];

/** Where to listen: the host given. Some kernels have no IPv6 at all, so there `::` becomes `0.0.0.0`. */
export async function listeningHost(host: string, tryToListen = listenBriefly): Promise<string> {
  if (host !== EVERYWHERE) return host;
  return LACKING.includes(codeOf(await tryToListen(EVERYWHERE, 0))) ? EVERYWHERE_IPV4 : EVERYWHERE;
}

/** Says before anything is started that the port is taken, on whichever of the host's addresses. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const addresses = await lookup(host, { all: true }).catch(() => {
    throw new StartFault(`HOST is ${host}, which this machine cannot find: set it to localhost, ::, 0.0.0.0 or an address of this machine.`);
  });
  const faults = await Promise.all(addresses.map(({ address }) => listenBriefly(address, port)));
  const fault = faults.find((each) => each && !LACKING.includes(codeOf(each))) ?? (faults.every(Boolean) ? faults[0] : undefined);
  if (fault) throw fault;
}

function listenBriefly(host: string, port: number): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
