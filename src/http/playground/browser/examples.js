import { getEditors } from './editors.js';
import { TABS } from './tabs.js';

/**
 * Handles the menu of examples: a click opens the tab, and the arrow keys move between the items.
 *
 * @param {() => void} onOpened
 */
export const setUpExamples = (onOpened) => {
  const menu = /** @type {HTMLElement} */ (document.querySelector('#examples'));
  const items = [.../** @type {NodeListOf<HTMLButtonElement>} */ (menu.querySelectorAll('[data-tab]'))];
  menu.addEventListener('click', ({ target }) => {
    const name = target instanceof HTMLElement ? target.dataset['tab'] : undefined;
    if (name === undefined) return;
    menu.hidePopover();
    openTab(name, onOpened);
  });
  menu.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = items.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    items.at(step(at, items.length))?.focus();
  });
};

/** @type {Readonly<Record<string, (at: number, count: number) => number>>} */
const STEPS = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: () => -1,
};

/**
 * Switches to the tab if it is already open, else adds it.
 *
 * @param {string} name
 * @param {() => void} onOpened
 */
const openTab = (name, onOpened) => {
  const tab = TABS.find((each) => each.name === name);
  const editors = getEditors();
  if (tab === undefined || editors === null) return;
  const open = [
    .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.graphiql-tab-button')),
  ];
  const found = open.find((button) => button.textContent === name);
  (found ?? /** @type {HTMLElement} */ (document.querySelector('.graphiql-tab-add'))).click();
  // GraphiQL changes its editors after the click.
  setTimeout(() => {
    if (found === undefined) editors.query.setValue(tab.query);
    editors.query.focus();
    onOpened();
  });
};
