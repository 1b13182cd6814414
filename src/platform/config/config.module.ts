import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.js';

export type { Config };

/** Token of the settings: `@Inject(CONFIG) private readonly config: Config`. */
export const CONFIG = Symbol('config');

/** Hands the settings, read once at the start, to whoever asks. */
@Global()
@Module({})
export class ConfigModule {
  static of(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}
