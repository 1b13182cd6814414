import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NamedPeople } from '../platform/audit/named-people.js';
import { namedPerson } from './named-person.js';

@Injectable()
export class NamedAccounts extends NamedPeople {
  find(tx: EntityManager, id: string | null): Promise<{ id: string; name: string } | null> {
    return namedPerson(tx, id);
  }
}
