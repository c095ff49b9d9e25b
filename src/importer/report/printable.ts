/** Replaces control characters: channel names, file names and values are untrusted, and must not control the terminal. */
export const printable = (line: string): string => line.replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, '\uFFFD');
