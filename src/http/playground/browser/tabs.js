const response = await fetch(new URL('tabs.json', import.meta.url));
/** @type {{ startOfDemo: string, tabs: readonly import('../tabs/tab.ts').Tab[] }} */
const file = await response.json();

/** The examples from src/http/playground/tabs. */
export const TABS = file.tabs;
/** The time of the first event of the demo, by which the page recognizes the demo. */
export const DEMO_STARTED_AT = file.startOfDemo;
