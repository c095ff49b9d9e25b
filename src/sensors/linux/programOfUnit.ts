/** Units of systemd whose programs have another name. */
const PROGRAMS: ReadonlyMap<string, string> = new Map([
  ['ssh', 'sshd'],
  ['getty', 'login'],
  ['serial-getty', 'login'],
]);

/** The name of a unit's program: that of the unit, for most. */
export const programOfUnit = (unit: string): string => PROGRAMS.get(unit) ?? unit;
