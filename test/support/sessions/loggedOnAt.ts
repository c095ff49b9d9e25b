/** Rule 14: who was logged on. */
import { lastProof } from './endedAfter.ts';
import { stateAt } from './periods.ts';
import type { OracleHost, OracleSession, OracleState } from './types.ts';

export type OracleLoggedOn = {
  /** Null for all unknown accounts together. */
  readonly account: { readonly userDomain: string | null; readonly userName: string } | null;
  readonly state: OracleState;
  readonly certainty: 'PROVEN' | 'POSSIBLE';
  /** Start of the earliest session that is proven at the time; of the earliest of all if none is. */
  readonly since: string;
  /** The latest `endedAfter` of the sessions. */
  readonly provenUntil: string;
  /** Its sessions that were open, in the order in which they opened. */
  readonly sessions: readonly OracleSession[];
};

const LIVELIEST_FIRST = ['ACTIVE', 'LOCKED', 'DISCONNECTED', 'UNKNOWN'] as const;

/** One entry per account, also for accounts that `excludeNoise` hides. Accounts with only REMOTE sessions come last, then by `since`. */
export const loggedOnAt = (host: OracleHost, time: string): readonly OracleLoggedOn[] => {
  const present = host.sessions.filter((session) => {
    const state = stateAt(host, session, time);
    return state !== null && state !== 'ENDED';
  });
  return [...new Set(present.map(accountOf))]
    .map((account) => {
      const ofAccount = present.filter((session) => accountOf(session) === account);
      const entry = makeEntry(host, ofAccount, time);
      return { entry, order: `${Number(isRemote(entry))} ${entry.since} ${account}` };
    })
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ entry }) => entry);
};

const accountOf = ({ userDomain, userName }: OracleSession): string => JSON.stringify([userDomain, userName]);

const isRemote = ({ sessions }: OracleLoggedOn): boolean =>
  sessions.every(({ loginType }) => loginType === 'REMOTE');

const makeEntry = (host: OracleHost, sessions: readonly OracleSession[], time: string): OracleLoggedOn => {
  const { userDomain, userName } = sessions[0]!;
  const states = new Set(sessions.map((session) => stateAt(host, session, time)));
  const proofs = sessions.map((session) => lastProof(host, session)).toSorted();
  const proven = sessions.filter((session) => time <= lastProof(host, session));
  return {
    account: userName === null ? null : { userDomain, userName },
    state: LIVELIEST_FIRST.find((state) => states.has(state))!,
    // Certainty is PROVEN up to `endedAfter`, otherwise POSSIBLE.
    certainty: time <= proofs.at(-1)! ? 'PROVEN' : 'POSSIBLE',
    since: (proven.length > 0 ? proven : sessions).map(({ startedAt }) => startedAt).toSorted()[0]!,
    provenUntil: proofs.at(-1)!,
    sessions,
  };
};
