import { useEffect, useId, useState } from 'preact/hooks';

import { Search } from '../api/documents.ts';
import type { SearchKind, SearchQuery } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import type { Answered } from '../api/useAnswer.ts';
import { usePage } from '../state/usePageState.ts';
import { LogText } from './LogText.tsx';
import { suggest } from './suggest.ts';
import type { Suggestion } from './suggest.ts';
import { useFocusKey } from './useFocusKey.ts';

/** The API refuses longer texts. */
const LONGEST = 512;
/** A pause in typing, after which suggestions are asked for. */
const PAUSE_MS = 150;

/** The search box: `/` focuses it, the arrow keys choose a suggestion, Enter opens it. */
export const SearchBox = () => {
  const { state, range, change } = usePage();
  const id = useId();
  const input = useFocusKey();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  /** Enter was pressed: the first suggestion opens as soon as it is there. */
  const [isEntered, setEntered] = useState(false);
  const text = typed.trim();
  const paused = usePaused(text);
  // Enter does not wait for the pause.
  const asked = isEntered ? text : paused;
  const isTooLong = text.length > LONGEST;
  const answered = useAnswer(Search, asked === '' || asked.length > LONGEST ? null : { text: asked });
  /** The suggestions are those of the text in the box, not of an earlier one. */
  const isCurrent = asked === text && answered.data !== null;
  const found = (answered.data ?? answered.previous)?.search ?? null;
  const suggestions = text === '' ? [] : suggest(found?.nodes ?? [], { range, zone: state.zone });
  const open = ({ to }: Suggestion): void => {
    if (to === null) return;
    change(to);
    setTyped('');
    setOpen(false);
    input.current?.blur();
  };
  const enter = (): void => {
    setEntered(!isCurrent);
    setOpen(true);
    const suggestion = suggestions[chosen];
    if (isCurrent && suggestion !== undefined) open(suggestion);
  };
  useEffect(() => {
    if (isEntered && isCurrent) enter();
  }, [isEntered, isCurrent]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = Math.max(1, suggestions.length);
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % count);
    else if (event.key === 'ArrowUp') setChosen((chosen + count - 1) % count);
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  };
  const isListed = isOpen && text !== '' && suggestions.length > 0;
  return (
    <div class="search" role="search">
      <label for={`${id}-input`} class="hidden">
        Search
      </label>
      <input
        id={`${id}-input`}
        ref={input}
        type="search"
        // The types of preact want it.
        list={undefined}
        role="combobox"
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed && isCurrent ? `${id}-${chosen}` : undefined}
        placeholder="Host, account, address or login id…   press /"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
          setEntered(false);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div class="search-found" hidden={!isOpen || text === ''}>
        <ul id={`${id}-list`} role="listbox" aria-label="Suggestions" hidden={!isListed}>
          {suggestions.map((suggestion, index) => (
            <li
              key={suggestion.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isCurrent && index === chosen}
              aria-disabled={suggestion.to === null}
              // The field would lose the focus, and the list would close before the click.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => open(suggestion)}
            >
              <LogText text={suggestion.name} /> <span class="muted">{suggestion.about}</span>
            </li>
          ))}
        </ul>
        <SearchNote
          message={
            isTooLong
              ? `At most ${LONGEST} characters can be searched for; these are ${text.length.toLocaleString('en')}.`
              : describeOutcome(answered, isCurrent && suggestions.length === 0)
          }
        />
      </div>
    </div>
  );
};

const SearchNote = ({ message }: { readonly message: string | null }) => (
  <p class="search-note" role="status">
    {message}
  </p>
);

const KINDS: Readonly<Record<SearchKind, string>> = {
  HOST: 'hosts',
  ACCOUNT: 'accounts',
  UID: 'user ids',
  ADDRESS: 'addresses',
  LOGIN_ID: 'login ids',
};

/** Why there are no suggestions, or not all. */
const describeOutcome = (
  { data, failure, problems }: Answered<SearchQuery>,
  isEmpty: boolean,
): string | null => {
  const refusal = failure?.message ?? problems[0]?.message;
  if (refusal !== undefined) return refusal;
  if (isEmpty)
    return 'No host, account, user id, source address or login id has this. Try a shorter part of it. Names that clients gave are not searched: filter Events by Client name.';
  const kinds = (data?.search?.truncatedKinds ?? []).map((kind) => KINDS[kind]);
  return kinds.length === 0 ? null : `There are more ${kinds.join(', ')}: type more to find them.`;
};

/** Follows a value after a pause, so that not every letter asks the server. */
const usePaused = (value: string): string => {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setPaused(value), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [value]);
  return paused;
};
