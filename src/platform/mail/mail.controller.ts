import { Controller } from '@nestjs/common';
import { Route, type Call } from '../http/route.js';
import { listMessages, readMessage, type Message, type MessageInFull } from './mail.contract.js';
import { MessagesService } from './messages.service.js';

@Controller()
export class MailController {
  constructor(private readonly messages: MessagesService) {}

  @Route(listMessages)
  list({ query }: Call<typeof listMessages>): Promise<{ items: Message[]; nextCursor: string | null }> {
    return this.messages.list(query);
  }

  @Route(readMessage)
  read({ params }: Call<typeof readMessage>): Promise<MessageInFull> {
    return this.messages.read(params.messageId);
  }
}
