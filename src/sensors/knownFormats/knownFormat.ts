/** A format that the sensors read. */
export type KnownFormat = {
  readonly group: 'Windows' | 'Linux' | 'macOS' | 'Shippers and stores' | 'Your own';
  readonly name: string;
  /** What writes the format: a path, a command or a program. Code is between backquotes. */
  readonly source: string;
  /** The options of `npm run import` that its records need. */
  readonly needs: readonly ('--host' | '--timezone')[];
  /** A record that becomes an event, with the lines around it that the format requires; null for a binary format. */
  readonly sample: string | null;
};

/** One line of JSON. */
export const json = (value: object): string => JSON.stringify(value);
