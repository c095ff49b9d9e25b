// What servers are compared with: a node:http handler that runs fixed statements with pg and stringifies their rows.
import { createServer } from 'node:http';

import pg from 'pg';

/** The statements of each path. Those with a name are prepared once per connection, and planned once, for any values, as by the API. */
const STATEMENTS = JSON.parse(process.env['STATEMENTS'] ?? '');
const hasNames = Object.values(STATEMENTS)
  .flat()
  .some(({ name }) => name !== undefined);

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 10,
  options: `-c timezone=UTC -c jit=off${hasNames ? ' -c plan_cache_mode=force_generic_plan' : ''}`,
});

const server = createServer((request, response) => {
  const answer = async () => {
    const results = await Promise.all(STATEMENTS[request.url].map((statement) => pool.query(statement)));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(results.map(({ rows }) => rows)));
  };
  answer().catch((error) => {
    console.error(error);
    response.writeHead(500).end();
  });
});

server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
process.once('SIGTERM', () => process.exit());
