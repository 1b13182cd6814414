import { Controller, Inject } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Route, type Call } from '../http/route.js';
import { listMessages, readMailSettings, readMessage, type MailSettings, type Message, type MessageInFull } from './mail.contract.js';
import { MessagesService } from './messages.service.js';

@Controller()
export class MailController {
  constructor(
    private readonly messages: MessagesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route(readMailSettings)
  async settings(): Promise<MailSettings> {
    return { via: this.config.SMTP_URL ? 'smtp' : 'outbox', from: this.config.MAIL_FROM };
  }

  @Route(listMessages)
  list({ query }: Call<typeof listMessages>): Promise<{ items: Message[]; nextCursor: string | null }> {
    return this.messages.list(query);
  }

  @Route(readMessage)
  read({ me, params }: Call<typeof readMessage>): Promise<MessageInFull> {
    return this.messages.read(me, params.messageId);
  }
}
