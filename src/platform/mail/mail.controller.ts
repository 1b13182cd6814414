import { Controller } from '@nestjs/common';
import { Route, type Call } from '../http/route.js';
import { listMessages, readMailSettings, readMessage, type MailSettings, type Message, type MessageInFull } from './mail.contract.js';
import { MailStateService } from './mail-state.service.js';
import { MessagesService } from './messages.service.js';

@Controller()
export class MailController {
  constructor(
    private readonly messages: MessagesService,
    private readonly state: MailStateService,
  ) {}

  @Route(readMailSettings)
  settings(): Promise<MailSettings> {
    return this.state.read();
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
