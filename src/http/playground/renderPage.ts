import { LOGO } from '../static/logo.ts';
import { PLAYGROUND_TABS } from './tabs/playgroundTabs.ts';

type PageOptions = {
  /** The folder of the page's files, relative to the page. */
  readonly folder: string;
  /** The modules that the page's script imports. */
  readonly modules: readonly string[];
  /** Whether the API answers only callers that send a key. */
  readonly isKeyNeeded: boolean;
};

/** Renders the playground's page: a bar with the menu of examples, and the element for GraphiQL. It contains no data of the server. */
export const renderPage = ({ folder, modules, isKeyNeeded }: PageOptions): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sessionscope</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(LOGO)}">
<link rel="stylesheet" href="${folder}/graphiql.css">
<link rel="stylesheet" href="${folder}/playground.css">
${modules.map((name) => `<link rel="modulepreload" href="${folder}/${name}">`).join('\n')}
<link rel="preload" as="fetch" crossorigin href="${folder}/tabs.json">
<script defer src="${folder}/graphiql.js"></script>
<script type="module" src="${folder}/start.js"></script>
</head>
<body class="no-focus-outline" data-key-needed="${isKeyNeeded}">
<header class="bar">
<span class="brand">${LOGO}Sessionscope</span>
<button type="button" id="open-examples" class="open-examples" popovertarget="examples">Examples</button>
<a class="open-explorer" href="./">Explorer</a>
<p id="status" role="status"></p>
</header>
<nav id="examples" class="examples" popover aria-label="Examples">
${renderMenu()}
</nav>
<main id="root"></main>
<noscript>The playground needs JavaScript.</noscript>
</body>
</html>
`;

/** Renders one list per topic, in the order of the tabs. */
const renderMenu = (): string =>
  [...new Set(PLAYGROUND_TABS.map(({ topic }) => topic))]
    .map(
      (topic, index) =>
        `<section aria-labelledby="topic-${index}"><h2 id="topic-${index}">${topic}</h2><ul>${renderItems(topic)}</ul></section>`,
    )
    .join('\n');

const renderItems = (topic: string): string =>
  PLAYGROUND_TABS.filter((tab) => tab.topic === topic)
    .map(
      // The first item has the focus when the menu opens.
      (tab) =>
        `<li><button type="button" data-tab="${tab.name}"${tab === PLAYGROUND_TABS[0] ? ' autofocus' : ''}>${spell(tab.name)}</button></li>`,
    )
    .join('');

/** Spells `BruteForceThenSuccess` as `Brute force then success`. */
const spell = (name: string): string =>
  name
    .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(/\b(car|rdp)\b/gi, (word) => word.toUpperCase());
