import { isValidAt } from '../../model/access/apiKey.ts';
import type { ApiKey } from '../../model/access/apiKey.ts';

/** Formats keys as a table with one line per key. */
export const formatKeys = (keys: readonly ApiKey[], now: string): string => {
  const rows = [TITLES, ...keys.map((key) => toCells(key, now))];
  const widths = TITLES.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
};

const TITLES = ['id', 'state', 'scopes', 'created', 'expires', 'last used', 'name'];

const toCells = (key: ApiKey, now: string): readonly string[] => [
  key.id,
  stateOf(key, now),
  key.scopes.join(','),
  toSecond(key.createdAt),
  key.expiresAt === null ? 'never' : toSecond(key.expiresAt),
  key.lastUsedAt === null ? 'never' : toSecond(key.lastUsedAt),
  key.name,
];

const stateOf = (key: ApiKey, now: string): string => {
  if (isValidAt(key, now)) return 'valid';
  return key.revokedAt === null ? 'expired' : 'revoked';
};

const toSecond = (time: string): string => `${time.slice(0, 19)}Z`;
