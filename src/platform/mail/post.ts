import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { asciiEmail } from './email-address.contract.js';
import type { MessageEntity } from './message.entity.js';
import { smtpOutcome, type Outcome, type SmtpFault } from './smtp-outcome.js';

/** How many are sent at once; each has a connection of its own. */
export const AT_ONCE = 5;

/** An attempt is over by then, so that no claim on it runs out while it runs. */
export const ATTEMPT_SECONDS = 60;

/** Hands a message to the mail server, or to the outbox folder where there is none. */
@Injectable()
export class Post implements OnApplicationShutdown {
  private readonly smtp: ReturnType<typeof pool> | undefined;
  private readonly writer = createTransport({ streamTransport: true, buffer: true });
  /** The letters being sent, by Message-ID; one that was read from has begun to leave. */
  private readonly letters = new Map<string, Readable>();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    if (config.SMTP_URL) this.smtp = this.watched(pool(config.SMTP_URL));
  }

  /** Whether an attempt that nobody ended may be made again: a file in the outbox is the same file, a letter would be a second one. */
  get isRepeatable(): boolean {
    return this.smtp === undefined;
  }

  async deliver(message: MessageEntity): Promise<Outcome> {
    if (!this.smtp) return { kind: 'kept', response: await this.keep(message) };
    const mail = this.mailOf(message);
    try {
      const { response = '' } = await this.smtp.sendMail({ ...mail, signal: AbortSignal.timeout(ATTEMPT_SECONDS * 1_000) });
      return { kind: 'sent', response };
    } catch (error) {
      return smtpOutcome(error as SmtpFault, this.letters.get(mail.messageId)?.readableDidRead ?? false);
    } finally {
      this.letters.delete(mail.messageId);
    }
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }

  /** Notes the stream of each letter: its errors tell the same before DATA and after, and only there is it read. */
  private watched(smtp: ReturnType<typeof pool>): ReturnType<typeof pool> {
    return smtp.use('stream', ({ data, message }, done) => {
      const open = message.createReadStream.bind(message);
      message.createReadStream = (options) => {
        const stream = open(options);
        this.letters.set(data.messageId ?? '', stream);
        return stream;
      };
      done();
    });
  }

  /** Whole or not at all: written aside, then named; the same message always gets the same name. */
  private async keep(message: MessageEntity): Promise<string> {
    const folder = join(this.config.DAYMARK_DATA_DIR, 'outbox');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { message: raw } = await this.writer.sendMail(this.mailOf(message));
    const name = `${message.createdAt.toISOString().replaceAll(':', '-')}-${message.id}.eml`;
    await writeFile(join(folder, `.${name}`), raw as Buffer, { mode: 0o600 });
    await rename(join(folder, `.${name}`), join(folder, name));
    return name;
  }

  private mailOf({ id, toAddress, subject, text, html, unsubscribeUrl, createdAt }: MessageEntity) {
    const host = /@([^\s>]+)>?$/.exec(this.config.MAIL_FROM.trim())?.[1] ?? 'localhost';
    return {
      messageId: `<${id}@${host}>`,
      date: createdAt,
      from: this.config.MAIL_FROM,
      // As an object: no address is read as a list, and its host goes out as DNS has it.
      to: { name: '', address: asciiEmail(toAddress) ?? toAddress },
      subject,
      text,
      html,
      headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribeUrl && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }) },
      // Nested twice: one header with one address; the flat form makes two headers and breaks one-click (RFC 8058).
      ...(unsubscribeUrl && { list: { unsubscribe: [[{ url: unsubscribeUrl }]] } }),
    } satisfies SendMailOptions;
  }
}

/** No message is put back by the pool when its connection closes: what that means is decided here. Idle connections are closed before a server does. */
function pool(url: string) {
  const patience = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, idleTimeout: 15_000 };
  return createTransport({ url, pool: true, maxConnections: AT_ONCE, maxRequeues: 0, ...patience, disableFileAccess: true, disableUrlAccess: true });
}
