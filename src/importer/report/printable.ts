/** Channel names, file names and values come from elsewhere; none may write to the terminal. */
export const printable = (line: string): string => line.replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, '\uFFFD');
