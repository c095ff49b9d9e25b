import { getEditors } from './editors.js';
import { TABS } from './tabs.js';

const STORED_AS = 'sessionscope:filled';

/**
 * Fills the variables of the open tab if its query is an unchanged example and its variables are empty or were filled in before. Variables that the
 * user wrote are kept.
 *
 * @param {import('./types.d.ts').Facts} facts
 */
export const fillVariables = (facts) => {
  const editors = getEditors();
  if (editors === null) return;
  const tab = findTab(editors.query.getValue());
  if (tab === null) return;
  const text = printVariables(tab, facts);
  const current = editors.variables.getValue();
  const filled = readFilled();
  if (current === text || (current.trim() !== '' && current !== filled[tab.name])) return;
  editors.variables.setValue(text);
  localStorage.setItem(STORED_AS, JSON.stringify({ ...filled, [tab.name]: text }));
};

/**
 * Finds the tab with this query.
 *
 * @param {string} query
 */
export const findTab = (query) => TABS.find((tab) => tab.query === query) ?? null;

/**
 * @param {import('../tabs/tab.ts').Tab} tab
 * @param {import('./types.d.ts').Facts} facts
 */
export const printVariables = (tab, facts) => {
  const entries = Object.entries(tab.variables ?? {}).map(([name, { demo, own }]) => [
    name,
    facts.kind === 'DEMO' ? demo : typeof own === 'string' ? facts[own] : own.value,
  ]);
  return entries.length === 0 ? '' : JSON.stringify(Object.fromEntries(entries), null, 2);
};

/** @returns {Readonly<Record<string, string>>} */
const readFilled = () => {
  try {
    return JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
  } catch {
    return {};
  }
};
