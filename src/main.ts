import 'reflect-metadata';
import { createApp } from './create-app.js';
import { fillDemo } from './demo/fill-demo.js';
import { CurriculumService } from './curriculum/curriculum.service.js';
import { boot, type Booted } from './platform/boot/boot.js';
import { explainFault } from './platform/boot/start-fault.js';
import { publicUrl } from './platform/config/config.js';
import { readEnvironment } from './platform/config/environment.js';
import { runUntilStopped } from './platform/boot/run-until-stopped.js';
import { FirstAdminService } from './users/first-admin.service.js';

/** Starts this process' side of Daymark, and stops it in order when told to. */
async function main(): Promise<void> {
  const ground = await boot(readEnvironment());
  const { demo, app } = await build(ground).catch(async (error: unknown) => {
    await ground.stopDatabase();
    throw error;
  });
  await runUntilStopped(app, ground, async () => {
    await app.get(CurriculumService).importShipped();
    const greeting = demo ?? (await app.get(FirstAdminService).welcome());
    await app.listen(ground.config.PORT, ground.config.HOST);
    return [`Daymark is ready at ${publicUrl(ground.config)}`, ...greeting];
  });
}

/** The demo school is filled before anything else runs, so that no worker acts on days it lives through. */
async function build(ground: Booted) {
  if (process.argv.includes('--demo')) process.stdout.write('Filling the demo school ...\n');
  const demo = process.argv.includes('--demo') ? await fillDemo(ground) : undefined;
  return { demo, app: await createApp(ground) };
}

await main().catch((error: unknown) => {
  process.stderr.write(`${explainFault(error)}\n`);
  process.exit(1);
});
