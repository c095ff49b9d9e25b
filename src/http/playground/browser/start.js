// The playground: GraphiQL with example tabs, whose variables are filled from the stored data.
import { readAddress, writeAddress } from './address.js';
import { awaitEditors } from './editors.js';
import { setUpExamples } from './examples.js';
import { fillVariables, findTab, printVariables } from './fillVariables.js';
import { KEY_NEEDED, makeAsk } from './makeAsk.js';
import { readFacts } from './readFacts.js';
import { showOpenTab } from './showOpenTab.js';
import { storageWithoutHeaders } from './storage.js';
import { TABS } from './tabs.js';

const isKeyNeeded = document.body.dataset['keyNeeded'] === 'true';
const status = /** @type {HTMLElement} */ (document.querySelector('#status'));
const { ask, learnKey } = makeAsk({ isKeyNeeded });

/** @type {Promise<import('./types.d.ts').Facts | null>} */
let facts = Promise.resolve(null);

const loadFacts = () => {
  facts = readFacts(ask).then(
    (found) => {
      status.textContent = STATUS[found.kind](found);
      return found;
    },
    (/** @type {Error} */ error) => {
      status.textContent = `The variables cannot be filled in. ${error.message}`;
      return null;
    },
  );
  return facts;
};

/** @type {Readonly<Record<'DEMO' | 'OWN' | 'EMPTY', (facts: import('./types.d.ts').Facts) => string>>} */
const STATUS = {
  DEMO: () => 'Variables: the demo’s intrusion of 16 November 2026.',
  OWN: ({ hostname, lastAt }) =>
    `Variables: from the newest events of ${hostname}, until ${lastAt.slice(0, 16).replace('T', ' ')} UTC.`,
  EMPTY: () =>
    'Nothing is stored yet. Import logs with npm run import -- FILE, or run the example “Mixed batch”; then reload this page.',
};

const fillOpenTab = async () => {
  await awaitEditors();
  const found = await facts;
  if (found !== null) fillVariables(found);
  noteEdit();
};

/** @type {ReturnType<typeof setTimeout> | undefined} */
let headersTimer;
/** @param {string} text */
const noteHeaders = (text) => {
  clearTimeout(headersTimer);
  headersTimer = setTimeout(() => {
    if (learnKey(text)) void useKey();
  }, 400);
};

/** Called with a new key: reads the facts for the variables, and the schema. */
const useKey = async () => {
  await loadFacts();
  /** @type {HTMLElement} */ (document.querySelector('[aria-label="Re-fetch GraphQL schema"]')).click();
  await fillOpenTab();
};

/**
 * Sends the requests of GraphiQL. An example that is run before its variables are filled in waits for them.
 *
 * @param {import('./types.d.ts').GraphqlRequest} request
 * @param {{ headers?: Readonly<Record<string, string>> }} [options]
 */
const run = async (request, { headers } = {}) => {
  const tab = findTab(request.query);
  if (learnKey(JSON.stringify(headers ?? {}))) await useKey();
  if (tab === null || Object.keys(request.variables ?? {}).length > 0) return ask(request, headers);
  const found = await facts;
  if (found === null) return ask(request, headers);
  fillVariables(found);
  const variables = JSON.parse(printVariables(tab, found) || '{}');
  return ask({ ...request, variables, operationName: tab.name }, headers);
};

/** @type {ReturnType<typeof setTimeout> | undefined} */
let editTimer;
const noteEdit = () => {
  clearTimeout(editTimer);
  // GraphiQL reads a new query and names its tab after 100 ms.
  editTimer = setTimeout(() => {
    writeAddress();
    showOpenTab();
  }, 150);
};

/** @type {string | undefined} */
let openTabId;
/**
 * GraphiQL also calls this for each change of a tab: variables that the user has just cleared stay empty.
 *
 * @param {{ tabs: readonly { id: string }[], activeTabIndex: number }} state
 */
const noteTabs = ({ tabs, activeTabIndex }) => {
  const id = tabs[activeTabIndex]?.id;
  if (id === openTabId) return;
  openTabId = id;
  // GraphiQL changes its editors after this call.
  setTimeout(fillOpenTab);
};

// GraphiQL's first tab. Without it a reload would insert an empty tab before it.
localStorage['graphiql:query'] ??= TABS[0]?.query ?? '';
YogaGraphiQL.renderYogaGraphiQL(/** @type {Element} */ (document.querySelector('#root')), {
  ...readAddress(),
  fetcher: run,
  defaultTabs: TABS.filter(({ isOpenAtFirst }) => isOpenAtFirst).map(({ query }) => ({ query })),
  defaultEditorToolsVisibility: isKeyNeeded ? 'headers' : 'variables',
  // A key must not stay in the storage of the browser.
  shouldPersistHeaders: false,
  storage: storageWithoutHeaders,
  onEditQuery: noteEdit,
  onEditVariables: noteEdit,
  onEditHeaders: noteHeaders,
  onTabChange: noteTabs,
  title: '',
  logo: '',
});
setUpExamples(() => void fillOpenTab());
if (isKeyNeeded) status.textContent = KEY_NEEDED;
else void loadFacts();
void fillOpenTab();
