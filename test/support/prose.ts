// Finds wording in comments, strings and documents that has to be read twice, and names the usual term.
import { readdirSync, readFileSync } from 'node:fs';

/** A space of a phrase also matches a line break within a comment. */
type Rule = { readonly phrase: string; readonly instead: string };

const RULES: readonly Rule[] = [
  { phrase: '(?:side )?doors?', instead: 'HTTP server, route, or the name of the command' },
  { phrase: 'workshop|interpreter', instead: 'what the folder does' },
  { phrase: '(?:at|to|in) the counter|the counter:', instead: 'the GraphQL layer' },
  { phrase: 'the archive', instead: 'the database layer' },
  { phrase: 'the house|(?:map|plan) of the house|stairs?|hall', instead: 'layers, folders' },
  { phrase: 'rooms?', instead: 'folder, layer; "well below" for "with room to spare"' },
  { phrase: 'who(?:ever)? asks|whoever', instead: 'client, caller' },
  { phrase: '(?:for|to) nobody', instead: 'denied' },
  { phrase: '(?<!there )(?:is|are) none|(?:is|are) none of', instead: 'is not …, unknown' },
  { phrase: '(?<!there )(?:is|are) no (?!longer|more\\b|such)\\w+', instead: 'is not a …, has no …' },
  { phrase: '(?:go|goes|gone|going|went) on (?:with|from)', instead: 'resume, continue' },
  { phrase: 'how manieth', instead: 'attempt number, starting at 0' },
  { phrase: '(?:a )?way there(?: and back)?|by its way', instead: 'round trip, path' },
  { phrase: '(?:tell|tells|told) of|are told\\b', instead: 'report, print' },
  { phrase: 'wants?\\b(?! to|=)', instead: 'requires, expects' },
  { phrase: 'knows', instead: 'checks, has, contains' },
  { phrase: 'lets? in', instead: 'successful, admitted' },
  { phrase: '(?:who is slow|that (?:is|was|were|are)) cut off', instead: 'interrupted, disconnected' },
  { phrase: 'what (?:became|becomes|came|comes) of', instead: 'the result of' },
  { phrase: 'has taken it with it|taken with it', instead: 'already removed' },
  { phrase: 'by whatever|whatever comes', instead: 'also in …, regardless of' },
  { phrase: 'as it came', instead: 'as received' },
  { phrase: 'comes? to know|came to know|found out now', instead: 'learns, is unavailable' },
  { phrase: 'has seen to it|see to it', instead: 'ensures, has checked' },
  { phrase: 'stretch(?:es)?', instead: 'range, page' },
  { phrase: 'again and again', instead: 'repeatedly, poll' },
  { phrase: 'for ever', instead: 'forever' },
  { phrase: 'anew', instead: 'again' },
  { phrase: '(?:hangs?|hung) up', instead: 'disconnects' },
  {
    phrase: '(?:Postgres|server|database|issuer|provider|it) (?:is|was) away',
    instead: 'is down, is unavailable',
  },
  { phrase: 'in one go|in its own way', instead: 'without a pause, as a whole' },
  { phrase: '(?:an error|none|one) of ours', instead: 'internal error, own' },
  { phrase: 'whatever', instead: 'regardless of, any' },
  { phrase: '(?:is|was|be) waited for', instead: 'waits for' },
  { phrase: 'is taken for', instead: 'is confused with' },
];

const FOLDERS = ['src', 'test', 'docs'];
const READ = /\.(?:[cm]?[jt]s|md|graphql|ya?ml|sh|css|service|example)$/;
const SKIPPED =
  /(?:^|\/)node_modules\/|^src\/graphql\/generated\.ts$|^test\/queries\/|^test\/(?:support\/)?prose(?:\.test)?\.ts$|^test\/graphql\/schemaRules\.test\.ts$|^CHANGELOG\.md$/;

/** Lists the files with prose: sources, tests, documents and the configuration at the root. */
export const listProseFiles = (): readonly string[] =>
  [
    ...readdirSync('.'),
    ...FOLDERS.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    ),
  ]
    .filter((path) => READ.test(path) && !SKIPPED.test(path))
    .toSorted();

/** A finding; the line starts at 1. */
export type Finding = { readonly line: number; readonly text: string; readonly instead: string };

const PATTERNS = RULES.map(({ phrase, instead }) => ({
  pattern: new RegExp(`\\b(?:${phrase.replaceAll(' ', '(?:\\s|[*/#])+')})\\b`, 'gi'),
  instead,
}));

/** Lists the findings in a file, in the order of its lines; of code, only those in comments and strings. */
export const findProse = (path: string, source = readFileSync(path, 'utf8')): readonly Finding[] => {
  const prose = /\.[cm]?[jt]s$/.test(path) ? blankCode(source) : source;
  return PATTERNS.flatMap(({ pattern, instead }) =>
    [...prose.matchAll(pattern)].map(({ 0: text, index }) => ({
      line: prose.slice(0, index).split('\n').length,
      text: text.replaceAll(/\s+/g, ' '),
      instead,
    })),
  ).toSorted((a, b) => a.line - b.line);
};

const COMMENT = /\/\/[^\n]*|\/\*[^]*?\*\//y;
const STRING = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y;
const REGULAR_EXPRESSION = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
/** Text of a template up to its end or to its next expression. */
const TEMPLATE = /(?:\\[^]|\$(?!\{)|[^\\`$])*(?:`|\$\{)/y;

/** Replaces everything but comments and strings by spaces; line breaks stay. */
const blankCode = (source: string): string => {
  let prose = '';
  let at = 0;
  /** Open braces of each template expression that is being read. */
  const braces: number[] = [];
  const take = (pattern: RegExp, isProse: boolean): string | null => {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[0] ?? null;
    if (text === null) return null;
    at += text.length;
    prose += isProse ? text : text.replaceAll(/[^\n]/g, ' ');
    return text;
  };
  const takeTemplate = (): void => {
    if (take(TEMPLATE, true)?.endsWith('${') === true) braces.push(0);
  };
  while (at < source.length) {
    if (take(COMMENT, true) ?? take(STRING, true)) continue;
    const isOperand = /(?:[\w)\]}]|\w\s)\s*$/.test(source.slice(Math.max(0, at - 20), at));
    if (!isOperand && take(REGULAR_EXPRESSION, false) !== null) continue;
    const character = take(/[^]/y, false);
    const depth = braces.at(-1);
    if (character === '`') takeTemplate();
    else if (depth !== undefined && character === '{') braces[braces.length - 1] = depth + 1;
    else if (depth !== undefined && character === '}') {
      if (depth > 0) braces[braces.length - 1] = depth - 1;
      else {
        braces.pop();
        takeTemplate();
      }
    }
  }
  return prose;
};
