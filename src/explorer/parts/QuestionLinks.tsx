import { useState } from 'preact/hooks';

import type { TypedDocumentString } from '../api/documents.ts';
import { isKeyNeeded } from '../api/key.ts';
import { formatState } from '../state/pageState.ts';
import { usePage } from '../state/usePageState.ts';

type QuestionLinksProps<Variables> = {
  readonly document: TypedDocumentString<unknown, Variables>;
  readonly variables: Variables;
};

/** How to take a view along: its question in the playground or for curl, and a link that shows others the same. */
export const QuestionLinks = <Variables,>({ document, variables }: QuestionLinksProps<Variables>) => {
  const { state, range } = usePage();
  const query = document.toString().trim();
  const playground = `graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables, null, 2))}`;
  const link = new URL(formatState({ ...state, range }), location.href).href;
  return (
    <div class="question-links">
      <a href={playground}>Open in playground</a>
      <CopyButton label="Copy link" text={link} />
      <CopyButton label="Copy as curl" text={formatCurl(JSON.stringify({ query, variables }))} />
    </div>
  );
};

/** The command for a POSIX shell. It names the key's variable and never contains the key. */
const formatCurl = (body: string): string => {
  const url = new URL('graphql', location.href).href;
  const key = isKeyNeeded() ? ` -H "authorization: Bearer $SESSIONSCOPE_KEY"` : '';
  return `curl -s '${url}' -H 'content-type: application/json'${key} -d '${body.replaceAll("'", `'\\''`)}'`;
};

/** How long a button says that it has copied. */
const SHOWN_MS = 2000;

const CopyButton = ({ label, text }: { readonly label: string; readonly text: string }) => {
  const [outcome, setOutcome] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    // Pages without https have no clipboard, except on this machine.
    const isCopied = await (
      navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('No clipboard.'))
    ).then(
      () => true,
      () => false,
    );
    setOutcome(isCopied ? 'Copied' : 'The browser does not allow copying');
    window.setTimeout(() => setOutcome(null), SHOWN_MS);
  };
  return (
    <button type="button" class="plain" onClick={() => void copy()}>
      {outcome ?? label}
    </button>
  );
};
