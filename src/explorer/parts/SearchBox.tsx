import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { SearchNames } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import type { PageState } from '../state/pageState.ts';
import { toView, usePage } from '../state/usePageState.ts';

/** The API refuses longer texts. */
const LONGEST = 512;
/** A pause in typing, after which suggestions are asked for. */
const PAUSE_MS = 150;

type Suggestion = { readonly name: string; readonly kind: string; readonly to: Partial<PageState> };

/** The search box: `/` focuses it, the arrow keys choose a suggestion, Enter opens it. */
export const SearchBox = () => {
  const { change } = usePage();
  const id = useId();
  const input = useFocusKey();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const text = usePaused(typed.trim());
  const isTooLong = text.length > LONGEST;
  const answered = useAnswer(SearchNames, text === '' || isTooLong ? null : { text });
  const suggestions: readonly Suggestion[] = (answered.data?.hosts?.nodes ?? []).map(({ hostname }) => ({
    name: hostname,
    kind: 'host',
    to: toView('host', hostname),
  }));
  const open = (suggestion: Suggestion | undefined): void => {
    if (suggestion === undefined) return;
    change(suggestion.to);
    setTyped('');
    setOpen(false);
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = Math.max(1, suggestions.length);
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % count);
    else if (event.key === 'ArrowUp') setChosen((chosen + count - 1) % count);
    else if (event.key === 'Enter') open(suggestions[chosen]);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  };
  const isListed = isOpen && text !== '';
  return (
    <div class="search" role="search">
      <label for={`${id}-input`} class="hidden">
        Search
      </label>
      <input
        id={`${id}-input`}
        ref={input}
        list={undefined}
        type="search"
        role="combobox"
        aria-expanded={isListed && suggestions.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed && suggestions.length > 0 ? `${id}-${chosen}` : undefined}
        placeholder="Host…   press /"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label="Suggestions"
        hidden={!isListed || suggestions.length === 0}
      >
        {suggestions.map((suggestion, index) => (
          <li
            key={suggestion.name}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            // The field would lose the focus, and the list would close before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => open(suggestion)}
          >
            <span class="name">{suggestion.name}</span> <span class="muted">{suggestion.kind}</span>
          </li>
        ))}
      </ul>
      {isListed && (
        <SearchNote text={text} isTooLong={isTooLong} answered={answered} count={suggestions.length} />
      )}
    </div>
  );
};

type SearchNoteProps = {
  readonly text: string;
  readonly isTooLong: boolean;
  readonly answered: ReturnType<typeof useAnswer>;
  readonly count: number;
};

const SearchNote = ({ text, isTooLong, answered, count }: SearchNoteProps) => {
  const message = isTooLong
    ? `At most ${LONGEST} characters can be searched for; these are ${text.length.toLocaleString('en')}.`
    : (answered.failure?.message ??
      (count === 0 && !answered.isLoading
        ? 'Nothing has this in its name. Try a shorter part of it.'
        : null));
  return message === null ? null : (
    <p class="search-note" role="status">
      {message}
    </p>
  );
};

/** Focuses the element when `/` is pressed outside of other fields. */
const useFocusKey = () => {
  const element = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      element.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  return element;
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
