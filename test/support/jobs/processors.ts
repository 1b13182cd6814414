import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WorkerHost } from '@nestjs/bullmq';
import { DiscoveryService } from '@nestjs/core';
import { DailyRuns } from '../../../src/readiness/daily-runs.service.js';
import { Signals } from '../../../src/platform/queue/signals.js';
import { Worklist } from '../../../src/platform/worklist/worklist.js';

/** Every processor of a worker. */
export const processorsOf = (app: NestFastifyApplication): WorkerHost[] =>
  app
    .get(DiscoveryService)
    .getProviders()
    .flatMap(({ instance }) => (instance instanceof WorkerHost ? [instance] : []));

export function processorOf(app: NestFastifyApplication, queue: string): WorkerHost {
  const found = processorsOf(app).find(({ worker }) => worker.name === queue);
  if (!found) throw new Error(`There is no processor of ${queue}`);
  return found;
}

export interface Sleep {
  /** From now on, the processor runs jobs of its queue, at most `jobs` of them. */
  wake: (host: WorkerHost, jobs?: number) => void;
  /** Makes the processor ignore jobs again, and waits for the running ones. */
  end: (host: WorkerHost) => Promise<void>;
  /** Restores the original methods, because other test files run in the same process. */
  restore: () => void;
}

/** Makes the processors of every app ignore jobs from their queue until they are woken. A direct call of `process` still works. */
export function asleepAtFirst(app: NestFastifyApplication): Sleep {
  const [awake, running, undo] = [new Map<WorkerHost, number>(), new Set<Promise<void>>(), [] as (() => void)[]];
  for (const host of processorsOf(app)) {
    const processor = Object.getPrototypeOf(host) as { process(job?: unknown): Promise<void> };
    const { process } = processor;
    undo.push(() => (processor.process = process));
    processor.process = async function (this: WorkerHost, job) {
      const jobs = awake.get(this) ?? 0;
      if (job && jobs === 0) return;
      if (job) awake.set(this, jobs - 1);
      const run = process.call(this, job);
      running.add(run);
      await run.finally(() => running.delete(run));
    };
  }
  return {
    wake: (host, jobs = Infinity) => void awake.set(host, jobs),
    end: async (host) => {
      awake.delete(host);
      await Promise.allSettled(running);
    },
    restore: () => undo.forEach((each) => each()),
  };
}

/** Infrastructure of a processor. Calls of its other services count as work. */
const INFRASTRUCTURE = [Signals, Worklist];

/** What each processor looks for when there is no work: kinds of work in the worklist, and the methods it calls on its services. */
export async function whatWorkersDo(app: NestFastifyApplication): Promise<string[]> {
  const found: string[] = [];
  for (const host of processorsOf(app)) for (const does of await whatDoes(app, host)) found.push(`${host.worker.name}: ${does}`);
  return found.sort();
}

async function whatDoes(app: NestFastifyApplication, host: WorkerHost): Promise<Set<string>> {
  const [does, worklist, undo] = [new Set<string>(), app.get(Worklist), [] as (() => void)[]];
  const { claim } = worklist;
  worklist.claim = (kind, ...rest) => {
    does.add(`work ${kind}`);
    return claim.call(worklist, kind, ...rest);
  };
  undo.push(() => (worklist.claim = claim));
  const fields = host as unknown as Record<string, unknown>;
  for (const [name, service] of Object.entries(fields)) {
    if (typeof service !== 'object' || service === null || INFRASTRUCTURE.some((each) => service instanceof each)) continue;
    fields[name] = spied(service, (method) => does.add(`${service.constructor.name}.${method}`));
    undo.push(() => (fields[name] = service));
  }
  try {
    await (host as WorkerHost & { process(): Promise<void> }).process();
  } finally {
    for (const each of undo) each();
  }
  if (does.delete(`${DailyRuns.name}.due`)) for (const { name } of app.get(DailyRuns).runs) does.add(`${DailyRuns.name} ${name}`);
  return does;
}

/** The same service, with a listener that gets the name of each method that is called. */
const spied = <S extends object>(service: S, listener: (method: string) => void): S =>
  new Proxy(service, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        listener(String(name));
        return (value as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });

export interface Held {
  /** Resolves when the method is called. */
  reached: Promise<void>;
  letGo: () => void;
}

/** Makes calls of a method wait until `letGo` is called. */
export function hold(service: object, method: string): Held {
  const methods = service as Record<string, (...args: unknown[]) => unknown>;
  const original = methods[method]!;
  let [arrive, letGo]: (() => void)[] = [];
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const open = new Promise<void>((resolve) => (letGo = resolve));
  methods[method] = async (...args) => {
    arrive!();
    await open;
    return original.apply(service, args);
  };
  return { reached, letGo: letGo! };
}
