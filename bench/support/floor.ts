/** What a floor is: bare Fastify and pg, one named statement, the same pool size; no sign-in, no schemas. */
import Fastify, { type FastifyInstance } from 'fastify';
import { Pool } from 'pg';

export async function serveFloor(add: (http: FastifyInstance, pool: Pool) => void): Promise<void> {
  const pool = new Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 10 });
  const http = Fastify();
  add(http, pool);
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  process.send?.({ url });
  process.once(
    'SIGTERM',
    () =>
      void http
        .close()
        .then(() => pool.end())
        .then(() => process.exit(0)),
  );
}
