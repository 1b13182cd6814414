import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import type { MessageEntity } from './message.entity.js';

/** How an attempt ended. 'later' is certain not to have been sent; 'unknown' may have been. */
export interface Outcome {
  kind: 'sent' | 'kept' | 'later' | 'failed' | 'unknown';
  response: string;
}

/** Faults before the letter itself is handed over: nothing was sent. */
const BEFORE_THE_LETTER = new Set(['ECONNECTION', 'EDNS', 'EAUTH', 'ETLS', 'ENOTFOUND', 'ECONNREFUSED']);

/** Hands a message to the mail server, or to the outbox folder where there is none. */
@Injectable()
export class Post implements OnApplicationShutdown {
  private readonly smtp: Transporter | undefined;
  private readonly writer = createTransport({ streamTransport: true, buffer: true });

  constructor(@Inject(CONFIG) private readonly config: Config) {
    if (config.SMTP_URL) this.smtp = createTransport({ url: config.SMTP_URL, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  }

  async deliver(message: MessageEntity): Promise<Outcome> {
    if (!this.smtp) return { kind: 'kept', response: await this.keep(message) };
    try {
      const { response } = (await this.smtp.sendMail(this.envelope(message))) as { response: string };
      return { kind: 'sent', response };
    } catch (error) {
      return judge(error);
    }
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }

  /** Whole or not at all: written aside, then named. */
  private async keep(message: MessageEntity): Promise<string> {
    const folder = join(this.config.DAYMARK_DATA_DIR, 'outbox');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { message: raw } = (await this.writer.sendMail(this.envelope(message))) as unknown as { message: Buffer };
    const name = `${message.createdAt.toISOString().replaceAll(':', '-')}-${message.id}.eml`;
    await writeFile(join(folder, `.${name}`), raw, { mode: 0o600 });
    await rename(join(folder, `.${name}`), join(folder, name));
    return name;
  }

  private envelope({ id, toAddress, subject, text, html, unsubscribeUrl }: MessageEntity) {
    return {
      messageId: `<${id}@daymark>`,
      from: this.config.MAIL_FROM,
      to: toAddress,
      subject,
      text,
      html,
      headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribeUrl && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }) },
      // Nested twice: one header with one address; the flat form makes two headers and breaks one-click (RFC 8058).
      ...(unsubscribeUrl && { list: { unsubscribe: [[{ url: unsubscribeUrl, comment: '' }]] } }),
    };
  }
}

/** SMTP has no idempotency: a time-out after the letter was handed over leaves open whether it was taken. */
function judge(error: unknown): Outcome {
  const { code = '', responseCode, message = '', command = '' } = (error ?? {}) as { code?: string; responseCode?: number; message?: string; command?: string };
  if (responseCode && responseCode >= 500) return { kind: 'failed', response: message };
  if (responseCode && responseCode >= 400) return { kind: 'later', response: message };
  const isBefore = BEFORE_THE_LETTER.has(code) || ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'MAIL FROM', 'RCPT TO'].includes(command) || command.startsWith('AUTH');
  return { kind: isBefore ? 'later' : 'unknown', response: `${code} ${message}`.trim() };
}
