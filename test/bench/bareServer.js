// What the API is compared with: a node:http handler that runs one statement with pg and stringifies its rows.
import { createServer } from 'node:http';

import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 10,
  options: '-c timezone=UTC',
});
const statement = JSON.parse(process.env['STATEMENT'] ?? '');

const server = createServer((_request, response) => {
  const answer = async () => {
    const { rows } = await pool.query(statement.text, statement.values);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(rows));
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
