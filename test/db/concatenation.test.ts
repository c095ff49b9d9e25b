import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { parseSync } from '@swc/core';

/** Words and signs of SQL in lower case, as the code writes it. Messages start with a capital letter and do not match. */
const SQL =
  /\b(select|insert into|delete from|union all|group by|order by|left join|cross join|returning|on conflict|unnest)\b|::\w*|\$\d|\$$|^\s*(set|alter|drop|create|grant|revoke|declare|fetch|update) |\b(and|or|where) [\w.]+ (=|<|>|<=|>=|is|in|like)( |$)/;

const isSql = (parts: readonly string[]): boolean => parts.some((part) => SQL.test(part)) || isQuoted(parts);

/** A name or a value that is quoted by hand. */
const isQuoted = ([before, after, ...others]: readonly string[]): boolean =>
  others.length === 0 && before === after && (before === '"' || before === "'");

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childrenOf = (node: object): readonly unknown[] =>
  Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]));

/** The literal parts of a concatenated string; null for other expressions. */
const partsOf = (node: Node): readonly string[] | null => {
  if (node.type === 'TemplateLiteral' && (node['expressions'] as readonly unknown[]).length > 0) {
    return (node['quasis'] as readonly { readonly raw: string }[]).map(({ raw }) => raw);
  }
  if (node.type === 'BinaryExpression' && node['operator'] === '+') {
    return [node['left'], node['right']].flatMap((side) =>
      isNode(side) && side.type === 'StringLiteral' ? [String(side['value'])] : [],
    );
  }
  return null;
};

/** Whether the argument of sql.raw is a computed string. */
const isComputedRaw = (node: Node): boolean => {
  if (node.type !== 'CallExpression' || !isNode(node['callee'])) return false;
  const { object, property } = node['callee'] as unknown as { object?: Node; property?: Node };
  if (object?.['value'] !== 'sql' || property?.['value'] !== 'raw') return false;
  const [argument] = node['arguments'] as readonly { readonly expression: Node }[];
  const type = argument?.expression.type;
  return type === 'TemplateLiteral' || type === 'BinaryExpression' || type === 'CallExpression';
};

/** The concatenated SQL in a source text: one entry per expression. */
const findConcatenated = (source: string): readonly string[] => {
  const found: string[] = [];
  const visit = (value: unknown, isTagged = false): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isNode(value)) {
      const parts = isTagged ? null : partsOf(value);
      if (parts !== null && isSql(parts)) found.push(parts.join('…'));
      if (isComputedRaw(value)) found.push('sql.raw');
    }
    const tag = isNode(value) && value.type === 'TaggedTemplateExpression' ? value['template'] : null;
    for (const child of childrenOf(value)) visit(child, child !== null && child === tag);
  };
  visit(parseSync(source, { syntax: 'typescript', target: 'es2022' }));
  return found;
};

test.each([
  ['a template', 'query(`select * from ${table}`)'],
  ['a part of a statement', 'const a = `${table}.id = $1`;'],
  ['a cast', 'const a = `${name}::text`;'],
  ['a condition', 'const a = `${b} and c.id = ${d}`;'],
  ['a sum', "query('drop table ' + name)"],
  ['a quoted name', 'const a = `"${name}"`;'],
  ['a template in a tagged one', 'sql`select ${raw(`select ${a}`)}`'],
  ['sql.raw with a template', 'sql.raw(`a ${b}`)'],
  ['sql.raw with a computed text', "sql.raw(names.join(', '))"],
])('the check finds %s', (_, source) => {
  expect(findConcatenated(source)).toHaveLength(1);
});

test.each([
  ['a composed statement', 'toStatement(sql`select * from ${table}`)'],
  ['a constant statement', "query('select 1'); query(`select 2`)"],
  ['a message', 'throw new Error(`There is no table ${name}.`)'],
  ['a name', 'sql.raw(name)'],
])('the check accepts %s', (_, source) => {
  expect(findConcatenated(source)).toEqual([]);
});

test('no SQL is concatenated from strings', () => {
  // It formats arrays, which are parameters.
  const exempt = join('src/db', 'arrayParameter.ts');
  const files = readdirSync('src/db', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src/db', name))
    .filter((file) => file !== exempt);
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap((file) =>
    findConcatenated(readFileSync(file, 'utf8')).map((text) => `${file}: ${text.trim().slice(0, 60)}`),
  );
  expect(found).toEqual([]);
});
