import type { Config } from '../../config/config.ts';

import { addKey, revokeKey } from '../../domain/access/addKey.ts';
import { KEYS_FRESH_MS } from '../../domain/access/makeKeyRing.ts';

import { selectApiKeys } from '../../db/access/selectApiKeys.ts';

import { formatTime } from '../../model/values/time.ts';

import { auditCommand } from '../auditCommand.ts';
import { StartError } from '../openPostgres.ts';
import { untilStopped } from '../untilStopped.ts';
import { withOwnDatabase } from '../withOwnDatabase.ts';
import type { OwnDatabase } from '../withOwnDatabase.ts';
import { formatKeys } from './formatKeys.ts';
import type { KeysRequest } from './parseKeysArguments.ts';

const DEADLINE_MS = 10_000;

/** Creates, lists or revokes API keys in the database of the settings, whether or not servers use it. */
export const runKeys = async (config: Config, { isDemo, action }: KeysRequest): Promise<void> => {
  await withOwnDatabase({ config, isDemo, writeConnections: 1, deadlineMs: DEADLINE_MS, say }, async (own) =>
    ACT[action.kind](own, action as never),
  );
};

type Action<Kind> = Extract<KeysRequest['action'], { readonly kind: Kind }>;

/** Messages go to standard error; standard output contains only the key or the list, for files and pipes. */
const say = (line: string): unknown => process.stderr.write(`keys: ${line}\n`);

const ACT = {
  ADD: async ({ database, signal }: OwnDatabase, { key: asked }: Action<'ADD'>) => {
    const { key, text } = await auditCommand(
      { database, command: { name: 'keysAdd', values: asked }, signal, say },
      async () => addKey(database, asked),
      (made) => ({ keyId: made.key.id }),
    );
    const expiry = key.expiresAt === null ? 'never expires' : `expires ${key.expiresAt}`;
    say(`${key.name} has the id ${key.id} and the scopes ${key.scopes.join(', ')}, and ${expiry}.`);
    say(
      'The key is shown only this once, because only a hash of it is stored. Servers accept it within a second.',
    );
    process.stdout.write(`${text}\n`);
  },
  LIST: async ({ database, signal }: OwnDatabase) => {
    const keys = await untilStopped(signal, selectApiKeys(database));
    if (keys.length === 0) say('there are no keys yet; create one with add --name NAME --scopes events:read');
    else process.stdout.write(formatKeys(keys, formatTime(Date.now())));
  },
  REVOKE: async ({ database, signal }: OwnDatabase, { id }: Action<'REVOKE'>) => {
    const revocation = await auditCommand(
      { database, command: { name: 'keysRevoke', values: { id } }, signal, say },
      async () => revokeKey(database, id),
      ({ kind }) => (kind === 'NOW' ? { keyId: id } : null),
    );
    if (revocation.kind === 'NONE')
      throw new StartError(`no key has the id ${id}; list shows the existing keys.`);
    const { name } = revocation.key;
    if (revocation.kind === 'BEFORE') say(`${name} (${id}) was already revoked at ${revocation.revokedAt}.`);
    else say(`${name} (${id}) is revoked; servers refuse it within ${KEYS_FRESH_MS / 1000} seconds.`);
  },
} as const satisfies {
  [Kind in KeysRequest['action']['kind']]: (own: OwnDatabase, action: Action<Kind>) => Promise<void>;
};
