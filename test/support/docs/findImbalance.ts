const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** A string, a tag of NXLog or XML, or a bracket. */
const TOKEN = /"[^"\n]*"|'[^'\n]*'|<\/?[A-Za-z]\w*(?: [^<>\n]*)?>|[(){}[\]"']/g;

/** Lists the brackets and tags of a configuration that are not closed, and what closes nothing. Brackets in strings do not count. */
export const findImbalance = (text: string): readonly string[] => {
  const open: string[] = [];
  const odd: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const opened = closerOf(token);
    if (opened !== undefined) open.push(opened);
    else if (open.at(-1) === token) open.pop();
    else if (!/^(?:"[^]*"|'[^]*')$/.test(token)) odd.push(token);
  }
  return [...odd, ...open.map((closer) => `${closer} is missing`)];
};

/** The token that closes a token; undefined if it opens nothing. */
const closerOf = (token: string): string | undefined => {
  const [, tag] = /^<([A-Za-z]\w*)/.exec(token) ?? [];
  return tag === undefined ? CLOSERS[token] : `</${tag}>`;
};
