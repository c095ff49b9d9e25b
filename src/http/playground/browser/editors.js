/** Finds the editors of GraphiQL's open tab; null before they exist. CodeMirror stores an editor in its element. */
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

/** Waits until GraphiQL has created its editors and listens to them. */
export const awaitEditors = async () => {
  while (getEditors() === null) await nextFrame();
  await nextFrame();
};

const nextFrame = async () =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
