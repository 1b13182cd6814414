import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Endpoint } from './endpoint.contract.js';
import { ENDPOINT } from './route.js';

/** Every endpoint that a controller of this application serves, sorted by path and method. */
export function servedEndpoints(app: INestApplicationContext): Endpoint[] {
  const [reflector, scanner] = [app.get(Reflector), new MetadataScanner()];
  const found = app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => void>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => reflector.get<Endpoint | undefined>(ENDPOINT, prototype[name]!) ?? []);
    });
  return found.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
}
