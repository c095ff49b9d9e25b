import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { recordDemo } from '../../src/demo/recordDemo.ts';
import { addKey } from '../../src/domain/access/addKey.ts';
import { useApi } from '../support/api.ts';
import { RULES, urlOf, useDatabase } from '../support/database.ts';
import { makeScriptRunner } from '../support/docs/makeScriptRunner.ts';
import type { ScriptRunner } from '../support/docs/makeScriptRunner.ts';
import { PAGES } from '../support/docs/pages.ts';
import { readExamples } from '../support/docs/readExamples.ts';
import type { Example } from '../support/docs/readExamples.ts';

/** The marks of examples that do not run here, with the reason. */
const NOT_RUN: Readonly<Record<string, string>> = {
  benchmark: 'takes minutes',
  docker: 'needs Docker',
  install: 'installs packages or runs all tests',
  postgres: 'needs a pg_dump as new as the server; run by test/db/backup.test.ts',
  client: 'run by test/docs/clients.test.ts in a project of its own',
  project: 'run by test/docs/api.test.ts in a project of its own',
  relay: 'run by test/suites/clients.suite.ts',
  tada: 'run by test/suites/clients.suite.ts',
  server: 'starts a server that keeps running; run by test/npm.test.ts and test/startImport.test.ts',
  systemd: 'needs root and systemd',
  windows: 'needs Windows',
  layout: 'a list of folders, or a drawing',
  vector: 'needs Vector',
  'fluent-bit': 'needs Fluent Bit',
  nxlog: 'needs NXLog',
  opentelemetry: 'needs the OpenTelemetry Collector',
  curl: 'run by test/http/curlLoop.test.ts',
  omhttp: 'needs rsyslog with omhttp',
  rsyslog: 'run by test/http/rsyslog.test.ts',
  'syslog-ng': 'run by test/http/syslogNg.test.ts',
  'journal-upload': 'run by test/http/journalUpload.test.ts',
  logstash: 'needs Logstash',
};

const EXAMPLES = PAGES.flatMap(readExamples);
const RUN = EXAMPLES.filter(({ mark }) => mark === null);
const ofLanguage = (...languages: readonly string[]) =>
  RUN.filter(({ language }) => languages.includes(language));

/** Examples that store or erase something run after those whose results depend on what is stored. */
const isWriting = (text: string): boolean => /^mutation|\/ingest|npm run (?!export)/.test(text);

const database = useDatabase();
const api = useApi(database);
let scripts: ScriptRunner | undefined;

beforeAll(async () => {
  await recordDemo(database(), RULES);
  const { rows } = await database().writePool.query<{ name: string }>('select current_database() as name');
  const { key } = await addKey(database(), { name: 'ana', scopes: ['events:read'], lifetimeMs: null });
  scripts = makeScriptRunner({
    origin: new URL(api().url).origin,
    databaseUrl: urlOf(rows[0]?.name ?? ''),
    keyId: key.id,
  });
});

afterAll(() => scripts?.remove());

type Outcome = { readonly actual: unknown; readonly shown: unknown };

/** Runs an example. Throws if a command fails. */
const run = async (example: Example): Promise<Outcome> =>
  example.language === 'sh' ? runScript(example) : runQuery(example);

/** Compares errors, and the members of the response that the page shows. */
const runQuery = async ({ text, result }: Example): Promise<Outcome> => {
  const response = JSON.parse((await api().query(text)).text) as object;
  const shown = (result === null ? {} : JSON.parse(result.text)) as object;
  const compared = Object.entries(response).filter(([name]) => name in shown || name === 'errors');
  return { actual: Object.fromEntries(compared), shown };
};

const runScript = async ({ text, result }: Example): Promise<Outcome> => {
  const output = (await scripts?.run(text)) ?? '';
  if (result === null) return { actual: null, shown: null };
  if (result.language !== 'json') return { actual: output, shown: result.text };
  return { actual: JSON.parse(output), shown: JSON.parse(result.text) };
};

describe.each(['reading', 'writing'])('examples that are %s', (kind) => {
  const examples = ofLanguage('graphql', 'sh').filter(({ text }) => isWriting(text) === (kind === 'writing'));

  test.each(examples)('$place', async (example) => {
    const { actual, shown } = await run(example);
    expect(actual).toEqual(shown);
  });
});

test.each(ofLanguage('sql'))('$place', async ({ text }) => {
  const client = await database().writePool.connect();
  try {
    await client.query('begin');
    await expect(client.query(text)).resolves.toBeDefined();
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test.each(ofLanguage('yaml'))('$place', ({ text }) => {
  expect(parse(text)).toBeInstanceOf(Object);
});

// JSON that is not a result is an event to send to /ingest.
test.each(ofLanguage('json'))('$place', async ({ text }) => {
  const response = await fetch(new URL('/ingest', api().url), { method: 'POST', body: text });
  expect(await response.json()).toMatchObject({ rejected: 0, skipped: 0 });
});

describe('the pages have', () => {
  test('examples of each language', () => {
    const results = EXAMPLES.filter(({ result }) => result !== null);
    expect(results.length).toBeGreaterThan(30);
    for (const language of ['graphql', 'sh', 'sql', 'yaml', 'json'])
      expect({ language, examples: ofLanguage(language) }).not.toEqual({ language, examples: [] });
  });

  test('no example without a mark that this test cannot run', () => {
    const known = ofLanguage('graphql', 'sh', 'sql', 'yaml', 'json');
    expect(RUN.filter((example) => !known.includes(example)).map(({ place }) => place)).toEqual([]);
  });

  test('each mark, and no others', () => {
    const marks = new Set(EXAMPLES.flatMap(({ mark }) => mark ?? []));
    expect([...marks].toSorted()).toEqual(Object.keys(NOT_RUN).toSorted());
  });
});
