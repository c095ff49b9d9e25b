import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { MAX_RECORDS } from '../../src/http/ingest/bodyRecords.ts';
import { MAX_PLAIN_BYTES } from '../../src/http/ingest/unpackBody.ts';
import { findImbalance } from '../support/docs/findImbalance.ts';
import { readExamples } from '../support/docs/readExamples.ts';
import type { Example } from '../support/docs/readExamples.ts';

const PAGE = readFileSync('docs/shippers.md', 'utf8');

/** The blocks that a shipper reads as its configuration. */
const BLOCKS = readExamples({ name: 'docs/shippers.md', text: PAGE }).filter(
  ({ mark, language }) => mark !== null && language !== 'sh',
);

const ofMark = (mark: string): readonly string[] =>
  BLOCKS.filter((block) => block.mark === mark).map(({ text }) => text);

const yamlOf = (mark: string, index = 0): unknown =>
  parse(
    BLOCKS.filter(({ mark: other, language }) => other === mark && language === 'yaml')[index]?.text ?? '',
  );

const textOf = (mark: string): string => ofMark(mark).join('\n');

/** The lines of a file with sections that are neither a section, a setting nor blank. */
const findOddLines = (text: string): readonly string[] =>
  text.split('\n').filter((line) => !/^(?:\[\w+\]|\w+=.+|)$/.test(line));

/** Lists what is wrong with the form of a block. */
const checkForm = ({ language, text }: Example): readonly string[] => {
  if (language === 'ini') return findOddLines(text);
  if (language !== 'yaml') return findImbalance(text);
  expect(parse(text)).toBeInstanceOf(Object);
  return [];
};

describe('every configuration', () => {
  test('is found', () => {
    expect([...new Set(BLOCKS.map(({ mark }) => mark))].toSorted()).toEqual([
      'fluent-bit',
      'journal-upload',
      'logstash',
      'nxlog',
      'omhttp',
      'opentelemetry',
      'rsyslog',
      'syslog-ng',
      'systemd',
      'vector',
    ]);
  });

  test.each(BLOCKS)('$place has a valid form', (block) => {
    expect(checkForm(block)).toEqual([]);
  });

  test.each([
    ['action(type="omfile"', [') is missing']],
    ['<Input a>\n<Exec>\n</Input>', ['</Input>', '</Exec> is missing', '</Input> is missing']],
    ['url("http://a)', ['"']],
    ['message("a (b")', []],
  ])('the check of brackets and tags in %j finds %j', (text, faults) => {
    expect(findImbalance(text).toSorted()).toEqual(faults.toSorted());
  });

  test('within a sentence or a table is valid YAML', () => {
    const inline = [...PAGE.matchAll(/`(\w+: \{[^`]*\})`/g)].map(([, text = '']) => text);
    expect(inline.length).toBeGreaterThan(4);
    for (const text of inline) expect(parse(text)).toBeInstanceOf(Object);
  });

  test('sends to /ingest or /upload', () => {
    const paths = [
      ...[...PAGE.matchAll(/\bhttps?:\/\/[\w.:@…-]+:4000(\/[\w/]*)?/g)].map(([, path]) => path ?? 'none'),
      ...[...textOf('fluent-bit').matchAll(/\buri: (\/\w+)/g)].map(([, path = '']) => path),
      ...[...textOf('omhttp').matchAll(/\brestpath="(\w+)"/g)].map(([, path = '']) => `/${path}`),
    ];
    expect(paths.filter((path) => path === '/ingest').length).toBeGreaterThan(7);
    // systemd-journal-upload adds its path itself.
    const withoutPath = textOf('journal-upload').match(/^URL=/gm)?.length;
    expect(paths.filter((path) => path === 'none')).toHaveLength(withoutPath ?? 0);
    expect(paths.filter((path) => !['/ingest', '/upload', 'none'].includes(path))).toEqual([]);
  });
});

test('a batch is within the limits of /ingest', () => {
  const vector = yamlOf('vector') as {
    readonly sinks: { readonly sessionscope: { readonly batch: Readonly<Record<string, number>> } };
  };
  const [pipeline] = yamlOf('logstash') as readonly Readonly<Record<string, number>>[];
  const syslogNg = (option: string): number =>
    Number(new RegExp(String.raw`\b${option}\((\d+)\)`).exec(textOf('syslog-ng'))?.[1]);
  const { batch } = vector.sinks.sessionscope;
  const records = [batch['max_events'], pipeline?.['pipeline.batch.size'], syslogNg('batch-lines')];
  for (const count of records) expect(count).toBeLessThanOrEqual(MAX_RECORDS);
  for (const size of [batch['max_bytes'], syslogNg('batch-bytes')])
    expect(size).toBeLessThanOrEqual(MAX_PLAIN_BYTES);
});

describe('the parts of a configuration fit together', () => {
  test('Vector sends one request at a time and waits for answers', () => {
    expect(yamlOf('vector')).toMatchObject({
      sources: { auth: { type: 'file' } },
      sinks: {
        sessionscope: { inputs: ['auth'], request: { concurrency: 1 }, acknowledgements: { enabled: true } },
      },
    });
  });

  test('Vector reads its key from a file, because it does not replace variables', () => {
    const [row = ''] = /^\| Vector +\| the sink.*$/m.exec(PAGE) ?? [];
    const [, backend, file] = /"SECRET\[(\w+)\.(\w+)\]"/.exec(row) ?? [];
    const [, text = ''] = /`(secret: \{.*\})`/.exec(PAGE) ?? [];
    const { secret } = parse(text) as { readonly secret: Readonly<Record<string, object>> };
    expect(secret).toMatchObject({ [backend ?? '']: { type: 'directory', path: '/etc/vector/secrets' } });
    expect(PAGE).toContain(`\`/etc/vector/secrets/${file}\``);
    expect(row + textOf('vector')).not.toContain('${');
  });

  test('Fluent Bit sends what its input reads, from disk and one request at a time', () => {
    const { service, pipeline } = yamlOf('fluent-bit') as {
      readonly service: object;
      readonly pipeline: { readonly inputs: readonly [{ tag: string }]; readonly outputs: readonly object[] };
    };
    expect(Object.keys(service)).toContain('storage.path');
    expect(pipeline.outputs).toMatchObject([{ match: pipeline.inputs[0].tag, workers: 1 }]);
  });

  test('the OpenTelemetry Collector defines what it uses, and never gives up', () => {
    const retries = { enabled: true, max_elapsed_time: 0 };
    const storage = 'file_storage';
    expect(yamlOf('opentelemetry')).toMatchObject({
      extensions: { [storage]: {} },
      receivers: { filelog: { storage, retry_on_failure: retries } },
      exporters: {
        'otlphttp/sessionscope': {
          encoding: 'json',
          retry_on_failure: retries,
          sending_queue: { storage, num_consumers: 1, block_on_overflow: true },
        },
      },
      service: {
        extensions: [storage],
        pipelines: { logs: { receivers: ['filelog'], exporters: ['otlphttp/sessionscope'] } },
      },
    });
  });

  test('NXLog loads the module of to_json and has a route from its input to its output', () => {
    const text = textOf('nxlog');
    expect(text).toMatch(/<Extension \w+>\s+Module\s+xm_json\s+<\/Extension>/);
    const [, input, output] = /<Route \w+>\s+Path\s+(\w+) => (\w+)\s+<\/Route>/.exec(text) ?? [];
    expect(text).toContain(`<Input ${input}>`);
    expect(text).toContain(`<Output ${output}>`);
  });

  test('Logstash keeps its queue on disk, and a Beat sends to its port', () => {
    const path = /`(\/etc\/logstash\/conf\.d\/\w+\.conf)`/.exec(PAGE)?.[1];
    expect(yamlOf('logstash')).toMatchObject([
      { 'path.config': path, 'pipeline.workers': 1, 'queue.type': 'persisted' },
    ]);
    const port = /\bport => (\d+)/.exec(textOf('logstash'))?.[1];
    expect(yamlOf('logstash', 1)).toMatchObject({ 'output.logstash': { hosts: [`127.0.0.1:${port}`] } });
  });
});

/** The sections of shippers, with their blocks and the options that a table explains. */
const SECTIONS = PAGE.split(/\n(?=## )/).map((text) => ({
  title: /^## (.*)/.exec(text)?.[1] ?? '',
  blocks: readExamples({ name: '', text })
    .filter(({ mark }) => mark !== null)
    .map((example) => example.text),
  options: [
    ...(/\| option +\| without it[^]*?(?=\n\n|$)/.exec(text)?.[0] ?? '').matchAll(/^\| `(.+?)`/gm),
  ].map(([, option = '']) => option),
}));

test('three sections explain options', () => {
  expect(SECTIONS.filter(({ options }) => options.length > 3).map(({ title }) => title)).toEqual([
    'Fluent Bit',
    'syslog-ng',
    'Logstash',
  ]);
});

test.each(
  SECTIONS.flatMap(({ title, blocks, options }) => options.map((option) => ({ title, blocks, option }))),
)('the configuration of $title has the option $option', ({ blocks, option }) => {
  const [start = ''] = option.split(/ ?…/);
  expect(blocks.some((block) => block.includes(start))).toBe(true);
});

describe('the table of losses', () => {
  const table = /\n## Losses\n[^]*?\n((?:\|.*\n)+)/.exec(PAGE)?.[1] ?? '';
  const rows = table
    .split('\n')
    .slice(2, -1)
    .map((row) => row.split('|').map((cell) => cell.trim()));

  test('has each shipper of the page', () => {
    const titles = SECTIONS.filter(({ blocks }) => blocks.length > 0).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(8);
    for (const title of titles)
      expect(rows.filter(([, name = '']) => name.startsWith(title))).not.toEqual([]);
  });

  test('calls those tested that a test runs with the text of the page', () => {
    const folder = 'test/http';
    const marks = readdirSync(folder)
      .filter((name) => name.endsWith('.test.ts'))
      .flatMap((name) => [
        ...readFileSync(join(folder, name), 'utf8').matchAll(/\breadConfiguration\('([\w-]+)'/g),
      ])
      .map(([, mark = '']) => mark);
    const tested = rows.filter((row) => row.at(-2) === 'tested').map(([, name = '']) => name);
    expect(tested).toHaveLength(new Set(marks).size);
    for (const mark of marks) expect(tested.filter((name) => name.includes(mark))).toHaveLength(1);
  });

  test('has only notes that are explained', () => {
    const notes = [...table.matchAll(/\((\d)\)/g)].map(([, note]) => note);
    const list = /^\n((?:\d\. .*\n(?: .*\n)*)+)/.exec(PAGE.split(table)[1] ?? '')?.[1] ?? '';
    const explained = [...list.matchAll(/^(\d)\. /gm)].map(([, note]) => note);
    expect(notes.length).toBeGreaterThan(3);
    expect([...new Set(notes)].toSorted()).toEqual(explained);
  });
});
