import { createServer, type AddressInfo } from 'node:net';
import { listeningHost, refuseTakenPort } from './address.js';
import { explainFault, StartFault } from './start-fault.js';

const explained = (refused: Promise<unknown>) =>
  refused.then(
    () => 'no fault',
    (error: unknown) => explainFault(error, {}),
  );

describe('what stops a start', () => {
  it('is one sentence for a port that is taken, on whichever address of the host', async () => {
    const other = createServer().listen(0, '0.0.0.0');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const sentence = await explained(refuseTakenPort('localhost', port));
    await new Promise((resolve) => other.close(resolve));
    expect(sentence).toMatch(new RegExp(`^Port ${port} of \\S+ is taken by another program: stop that one, or choose another port with PORT\\.$`));
    expect(await explained(refuseTakenPort('localhost', port))).toBe('no fault');
  });

  it('is one sentence for a host that this machine is not', async () => {
    expect(await explained(refuseTakenPort('192.0.2.1', 3000))).toBe('Port 3000 of 192.0.2.1 is not an address of this machine: correct HOST.');
    expect(await explained(refuseTakenPort('nowhere.invalid', 3000))).toContain('HOST is nowhere.invalid, which this machine cannot find');
  });

  it('is no machine without IPv6: it listens on all of its IPv4 addresses instead', async () => {
    const lacking = () => Promise.resolve(Object.assign(new Error('no IPv6'), { code: 'EAFNOSUPPORT' }));
    expect(await listeningHost('::', lacking)).toBe('0.0.0.0');
    expect(await listeningHost('::', () => Promise.resolve(undefined))).toBe('::');
    expect(await listeningHost('10.0.0.1', lacking)).toBe('10.0.0.1');
  });

  it.each([
    ['ENOSPC', 'There is no space left for /data/secrets.json: free some space, or choose another folder with DAYMARK_DATA_DIR.'],
    ['EROFS', '/data/secrets.json is on a read-only file system: choose another folder with DAYMARK_DATA_DIR.'],
    ['EACCES', 'Daymark may not use /data/secrets.json: give its user access, or choose another place or port in the settings.'],
  ])('is one sentence for a file that the system refuses with %s', (code, sentence) => {
    expect(explainFault(Object.assign(new Error('refused'), { code, path: '/data/secrets.json' }), {})).toBe(sentence);
  });

  it('shows a stack only with DAYMARK_LOG_LEVEL=debug', () => {
    expect(explainFault(new StartFault('It is so.'))).toBe('It is so.');
    expect(explainFault(new TypeError('x is not a function\n    at y'), {})).toBe(
      'Daymark cannot start: x is not a function (DAYMARK_LOG_LEVEL=debug shows more).',
    );
    expect(explainFault(new TypeError('x is not a function'), { DAYMARK_LOG_LEVEL: 'debug' })).toContain('start-fault.spec');
  });
});
