import { EmbeddedError } from './EmbeddedError.ts';
import { type OsUser, runProgram } from './runProgram.ts';

const NAME = 'postgres';

/** The commands that create a system user, one line per family of systems: Debian, Red Hat and SUSE; the same if the group exists; Alpine. */
const CREATE_COMMANDS = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/var/lib/postgresql'],
  ['useradd', '--system', '--gid', NAME, '--no-create-home', '--home-dir', '/var/lib/postgresql'],
  ['adduser', '-S', '-D', '-H', '-h', '/var/lib/postgresql', '-G', NAME],
] as const;

/**
 * Returns the operating system user `postgres`, which is created if it does not exist, for a server that root started: Postgres refuses to
 * run as root.
 *
 * @throws EmbeddedError NO_ACCOUNT if the user does not exist and cannot be created.
 */
export const getOsUser = async (log: (message: string) => void): Promise<OsUser> => {
  const existing = await findOsUser();
  if (existing !== null) return existing;
  const answers: string[] = [];
  await runProgram('addgroup', ['-S', NAME], null);
  for (const [program, ...programArguments] of CREATE_COMMANDS) {
    const { output } = await runProgram(program, [...programArguments, NAME], null);
    answers.push(output.trim());
    const created = await findOsUser();
    if (created === null) continue;
    log(`Postgres refuses to run as root, so the system user ${NAME} was created for it.`);
    return created;
  }
  throw new EmbeddedError(
    'NO_ACCOUNT',
    `Postgres refuses to run as root, there is no system user ${NAME}, and it could not be created ` +
      `(${answers.filter(Boolean).join('; ')}). Create that user, or start as an ordinary user.`,
  );
};

const findOsUser = async (): Promise<OsUser | null> => {
  const [user, group] = await Promise.all([
    runProgram('id', ['-u', NAME], null),
    runProgram('id', ['-g', NAME], null),
  ]);
  if (user.exitCode !== 0 || group.exitCode !== 0) return null;
  return { uid: Number(user.output), gid: Number(group.output) };
};
