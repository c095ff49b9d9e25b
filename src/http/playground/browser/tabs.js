const response = await fetch(new URL('tabs.json', import.meta.url));
/** @type {{ startOfDemo: string, tabs: readonly import('../tabs/tab.ts').Tab[] }} */
const file = await response.json();

/** The examples, as the server has them in src/http/playground/tabs. */
export const TABS = file.tabs;
/** The time of the first event of the demo, by which the demo is recognised. */
export const DEMO_STARTED_AT = file.startOfDemo;
