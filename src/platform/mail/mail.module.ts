import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliveryEntity } from './delivery.entity.js';
import { DeliveryService } from './delivery.service.js';
import { Mail } from './mail.js';
import { MailController } from './mail.controller.js';
import { MailProcessor } from './mail.processor.js';
import { MessageEntity } from './message.entity.js';
import { MailStateService } from './mail-state.service.js';
import { MessagesService } from './messages.service.js';
import { Post } from './post.js';

@Module({})
export class MailModule {
  static register({ worker }: { worker: boolean }): DynamicModule {
    return {
      module: MailModule,
      global: true,
      imports: [TypeOrmModule.forFeature([MessageEntity, DeliveryEntity])],
      controllers: [MailController],
      providers: [Mail, MailStateService, MessagesService, ...(worker ? [Post, DeliveryService, MailProcessor] : [])],
      exports: [Mail],
    };
  }
}
