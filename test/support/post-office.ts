import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What becomes of a letter: taken, answered with this number, or left without an answer, with the line cut or held. */
export type Treatment = 'take' | number | 'cut the line' | 'say nothing';

/** A real SMTP server of the test, which keeps what it takes and can be unkind. */
export function postOffice() {
  const mails: ParsedMail[] = [];
  const calls: string[] = [];
  const waiting: (() => void)[] = [];
  const wake = () => waiting.splice(0).forEach((each) => each());
  const until = async <Found>(look: () => Found | undefined): Promise<Found> => {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  const office = {
    mails,
    /** The addresses that letters were handed over for, taken or not. */
    calls,
    /** How the envelope's recipient is treated, before the letter is handed over. */
    atTheDoor: (_address: string): 'take' | number => 'take',
    /** How the letter itself is treated. */
    atTheDesk: (_address: string): Treatment => 'take',
    listen: () =>
      new Promise<string>((resolve) => server.listen(0, '127.0.0.1', () => resolve(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`))),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
    /** Resolves when there is a mail to this address. */
    to: (address: string) => until(() => mails.find((mail) => addressOf(mail) === address)),
    /** Resolves when a letter to this address was handed over. */
    called: (address: string) => until(() => calls.find((each) => each === address)),
    allTo: (address: string) => mails.filter((mail) => addressOf(mail) === address),
  };
  const refusal = (code: number) => Object.assign(new Error('not today'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const treatment = office.atTheDoor(address);
      done(treatment === 'take' ? null : refusal(treatment));
    },
    onData(stream, session, done) {
      void simpleParser(stream).then((mail) => {
        const address = session.envelope.rcptTo[0]?.address ?? '';
        const treatment = office.atTheDesk(address);
        calls.push(address);
        if (treatment === 'take') mails.push(mail);
        if (treatment === 'take') done();
        else if (typeof treatment === 'number') done(refusal(treatment));
        else if (treatment === 'cut the line') cut(session.remotePort);
        wake();
      });
    },
  });
  // Broken connections are part of what is tried here.
  server.on('error', () => undefined);
  const cut = (port: number) => {
    for (const { _socket } of server.connections as unknown as Iterable<{ _socket: { remotePort?: number; destroy(): void } }>) {
      if (_socket.remotePort === port) _socket.destroy();
    }
  };
  return office;
}

const addressOf = ({ to }: ParsedMail) => [to].flat()[0]?.value[0]?.address;
