import { servedEndpoints } from '../../src/platform/http/served-endpoints.js';
import { refusalsOf } from '../../src/platform/http/openapi.js';
import { NOTHING } from '../../src/platform/http/endpoint.contract.js';
import { startDaymark } from '../support/daymark.js';

interface Operation {
  summary: string;
  parameters?: { name: string; in: string }[];
  requestBody?: object;
  responses: Record<string, { description: string; content?: object }>;
}

describe("the API's description", () => {
  const daymark = startDaymark();
  const document = async () =>
    (await (await fetch(`${daymark.url}/api/openapi.json`)).json()) as {
      openapi: string;
      servers: { url: string }[];
      paths: Record<string, Record<string, Operation>>;
    };

  it('holds every endpoint with its summary, schemas and refusals', async () => {
    const { openapi, servers, paths } = await document();
    expect(openapi).toBe('3.1.0');
    expect(servers).toEqual([{ url: '/api/v1' }]);
    const endpoints = servedEndpoints(daymark.app);
    expect(endpoints.length).toBeGreaterThan(30);
    for (const endpoint of endpoints) {
      const operation = paths[endpoint.path.replaceAll(/:(\w+)/g, '{$1}')]?.[endpoint.method.toLowerCase()];
      const where = `${endpoint.method} ${endpoint.path}`;
      expect([where, operation?.summary]).toEqual([where, endpoint.summary]);
      expect([where, operation?.requestBody !== undefined]).toEqual([where, endpoint.body !== NOTHING]);
      expect([where, operation?.responses[endpoint.status]?.content !== undefined]).toEqual([where, endpoint.answer !== NOTHING]);
      for (const { slug, status } of refusalsOf(endpoint))
        expect([where, operation?.responses[status]?.description]).toEqual([where, expect.stringContaining(`\`${slug}\``)]);
    }
  });

  it('names each endpoint once, and describes no other', async () => {
    const { paths } = await document();
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    const served = servedEndpoints(daymark.app).map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(new Set(served).size).toBe(served.length);
    expect(described.sort()).toEqual(served.sort());
  });

  it('is there for every page of the documentation without a network', async () => {
    const text = await (await fetch(`${daymark.url}/api/openapi.json`)).text();
    expect(text).not.toMatch(/https?:\/\/(?!localhost)/);
  });
});
