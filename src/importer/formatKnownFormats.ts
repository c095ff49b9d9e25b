import { KNOWN_FORMATS } from '../sensors/knownFormats/knownFormats.ts';

/** Formats the list of `--formats`: each known format with its source, the options that it needs, and a sample. */
export const formatKnownFormats = (): string =>
  [...new Set(KNOWN_FORMATS.map(({ group }) => group))]
    .map((group) => {
      const formats = KNOWN_FORMATS.filter((format) => format.group === group);
      return `${group}\n${formats.map(formatOne).join('')}`;
    })
    .join('\n');

const formatOne = ({ name, source, needs, sample }: (typeof KNOWN_FORMATS)[number]): string => {
  const options = needs.length === 0 ? '' : `; give ${needs.join(' and ')}`;
  const lines = sample === null ? ['(binary)'] : sample.split('\n');
  return `  ${plain(name)}: ${plain(source)}${options}\n${lines.map((line) => `      ${line}\n`).join('')}`;
};

/** Without the marks of Markdown. */
const plain = (text: string): string => text.replaceAll('`', '').replaceAll('\\|', '|');
