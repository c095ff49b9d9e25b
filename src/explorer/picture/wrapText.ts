/** Breaks a text into lines that fit: between words, and inside of a word only where it is longer than a line. Later lines are indented. */
export const wrapText = (text: string, fits: (line: string) => boolean): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line.trim() !== '') lines.push(line);
    let rest = [...BLANKS, ...Array.from(word)];
    while (rest.length > BLANKS.length + 1 && !fits(rest.join(''))) {
      const end = countFitting(rest, fits);
      lines.push(rest.slice(0, end).join(''));
      rest = [...BLANKS, ...rest.slice(end)];
    }
    line = rest.join('');
  }
  return [...lines, line];
};

/** The indent. */
const BLANKS = [' ', ' '] as const;

/** The number of characters of the beginning that fits, at least one beyond the indent. */
const countFitting = (characters: readonly string[], fits: (line: string) => boolean): number => {
  let [least, most] = [BLANKS.length + 1, characters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(characters.slice(0, middle).join(''))) least = middle;
    else most = middle - 1;
  }
  return least;
};
