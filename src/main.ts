import 'reflect-metadata';
import { createApp } from './create-app.js';
import { fillDemo } from './demo/fill-demo.js';
import { CurriculumService } from './curriculum/curriculum.service.js';
import { boot } from './platform/boot/boot.js';
import { explainFault } from './platform/boot/start-fault.js';
import { publicUrl } from './platform/config/config.js';
import { readEnvironment } from './platform/config/environment.js';
import { runUntilStopped } from './platform/boot/run-until-stopped.js';
import { FirstAdminService } from './users/first-admin.service.js';

/** Starts this process' side of Daymark, and stops it in order when told to. */
async function main(): Promise<void> {
  const ground = await boot(readEnvironment());
  const app = await createApp(ground).catch(async (error: unknown) => {
    await ground.stopDatabase();
    throw error;
  });
  await runUntilStopped(app, ground, async () => {
    await app.get(CurriculumService).importShipped();
    const demo = process.argv.includes('--demo') ? await fillDemo(ground) : undefined;
    const greeting = demo ?? (await app.get(FirstAdminService).welcome());
    await app.listen(ground.config.PORT, ground.config.HOST);
    return [`Daymark is ready at ${publicUrl(ground.config)}`, ...greeting];
  });
}

await main().catch((error: unknown) => {
  process.stderr.write(`${explainFault(error)}\n`);
  process.exit(1);
});
