import { useEffect, useMemo, useState } from 'preact/hooks';

import { StoredRange } from './api/documents.ts';
import { getKey, getRejection, isKeyNeeded, onKeyChange } from './api/key.ts';
import { useAnswer } from './api/useAnswer.ts';
import { findHunt } from './hunts/questions.ts';
import { Answer } from './parts/Answer.tsx';
import { escapeText } from './parts/escapeText.ts';
import { Header } from './parts/Header.tsx';
import { KeyForm } from './parts/KeyForm.tsx';
import { OutageNote } from './parts/OutageNote.tsx';
import { chooseRange } from './state/chooseRange.ts';
import type { PageState } from './state/pageState.ts';
import { PageContext, useAddress } from './state/usePageState.ts';
import type { Page } from './state/usePageState.ts';
import { VIEWS } from './views/views.ts';

/** The whole page: the header with what all views share, and the view that the URL names. */
export const App = () => {
  const key = useKey();
  return isKeyNeeded() && key === null ? <KeyForm reason={getRejection()} /> : <Views />;
};

const Views = () => {
  const { state, problems, change, moves } = useAddress();
  const stored = useAnswer(StoredRange, state.range === null ? {} : null);
  const overview = stored.data?.overview;
  const range = useMemo(
    () => state.range ?? (overview ? chooseRange(overview, Date.now()) : null),
    [state.range?.from, state.range?.until, overview],
  );
  // From now on the URL shows others the same range. One with a mistake stays, so that the user sees what is meant.
  useEffect(() => {
    if (state.range === null && range !== null && problems.length === 0) change({ range }, 'REPLACE');
  }, [state.range, range]);
  const view = VIEWS[state.view];
  useEffect(() => {
    const name = nameEntity(state);
    document.title = `${view.title}${name === null ? '' : ` ${escapeText(name)}`} – Sessionscope`;
  }, [view, state.entity]);
  if (range === null)
    return (
      <main>
        <h1>Sessionscope</h1>
        <OutageNote />
        <Answer answered={stored} isShown={false} />
      </main>
    );
  const page: Page = { state, range, change, moves };
  const { View } = view;
  return (
    <PageContext.Provider value={page}>
      <Header />
      <main>
        <OutageNote />
        {problems.map((problem) => (
          <p key={problem} class="note warning" role="alert">
            The address of this page has a mistake, which is ignored. {problem}
          </p>
        ))}
        {/* Another entity is another view: nothing of the last one stays. */}
        <View key={`${state.view} ${state.entity ?? ''}`} />
      </main>
    </PageContext.Provider>
  );
};

/** What people call the entity of a view. The id of a session says nothing to them. */
const nameEntity = ({ view, entity }: PageState): string | null => {
  if (entity === null || view === 'session') return null;
  return view === 'hunts' ? (findHunt(entity)?.title ?? entity) : entity;
};

const useKey = (): string | null => {
  const [key, setShown] = useState(getKey);
  useEffect(() => onKeyChange(() => setShown(getKey())), []);
  return key;
};
