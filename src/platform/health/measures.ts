import { Injectable } from '@nestjs/common';
import { Counter, Registry } from 'prom-client';

/** What features count, for /metrics. */
@Injectable()
export class Measures {
  readonly registry = new Registry();

  counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }
}
