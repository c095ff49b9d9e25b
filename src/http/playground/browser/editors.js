/** The editors of GraphiQL's open tab, null before they are there. CodeMirror keeps an editor at the element that it draws. */
export const getEditors = () => {
  const query = editorIn('.graphiql-query-editor');
  const variables = editorIn('.graphiql-editor-tool .graphiql-editor');
  return query === null || variables === null ? null : { query, variables };
};

/**
 * @param {string} selector
 * @returns {import('./types.d.ts').Editor | null}
 */
const editorIn = (selector) =>
  /** @type {any} */ (document.querySelector(selector)?.querySelector('.CodeMirror'))?.CodeMirror ?? null;

/** Waits until GraphiQL has made its editors and listens to them. */
export const awaitEditors = async () => {
  while (getEditors() === null) await nextFrame();
  await nextFrame();
};

const nextFrame = async () =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
