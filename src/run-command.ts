import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { boot } from './platform/boot/boot.js';
import { StartFault, explainFault } from './platform/boot/start-fault.js';
import { readEnvironment } from './platform/config/environment.js';

/**
 * Runs a command line over the same services as the API: beside a Daymark that runs, or with the embedded database started for it.
 * What it throws is printed as a sentence, with exit code 1.
 */
export async function runCommand(command: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  try {
    const ground = await boot({ ...readEnvironment(), DAYMARK_ROLES: 'api' }, { isCommand: true });
    const app = await NestFactory.createApplicationContext(AppModule.on(ground), { logger: false, abortOnError: false });
    try {
      await command(app);
    } finally {
      await app.close();
      await ground.stopDatabase();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof StartFault || !(error instanceof Error) ? explainFault(error) : error.message}\n`);
    process.exitCode = 1;
  }
}
