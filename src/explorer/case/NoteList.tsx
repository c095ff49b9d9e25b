import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';

import { escapeText } from '../parts/escapeText.ts';
import { whyFull } from '../parts/PinButton.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { formatNote, LONGEST_NOTE, MOST_NOTES, sortNotes } from '../state/case.ts';
import type { Note } from '../state/case.ts';
import { rangeAt } from '../state/openAt.ts';
import { formatTime, parseTime, toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';

/** The notes of the case in the order of time, and a form for another one at the time of the cursor. */
export const NoteList = ({ at }: { readonly at: number | null }) => {
  const { state, range, change } = usePage();
  const { notes, zone } = state;
  return (
    <section class="panel" aria-labelledby="notes-title">
      <h2 id="notes-title">
        Notes <span class="muted">in the address of the page, times in {zone}</span>
      </h2>
      <ol class="notes">
        {notes.map((note) => (
          <li key={formatNote(note)}>
            <ViewLink to={{ at: note.at, ...rangeAt(toIso(note.at), range) }}>
              {formatTime(note.at, zone)}
            </ViewLink>{' '}
            <span class="note-text">{escapeText(note.text)}</span>{' '}
            <button
              type="button"
              class="plain"
              aria-label={`Remove the note “${escapeText(note.text)}”`}
              onClick={() => change({ notes: notes.filter((other) => other !== note) })}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <NoteForm key={at} at={at} />
    </section>
  );
};

const NoteForm = ({ at }: { readonly at: number | null }) => {
  const { state, range, change } = usePage();
  const { notes, zone } = state;
  const [mistake, setMistake] = useState<string | null>(null);
  const add = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const read = (name: string): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const [time, text] = [parseTime(read('time'), zone), read('text')];
    const next = time === null ? notes : withNote(notes, { at: time, text });
    const refusal =
      time === null
        ? 'Use ISO 8601 for the time: 2026-11-16 09:00, or with an offset: 2026-11-16T09:00:00Z.'
        : text === ''
          ? 'Type a note.'
          : next.length > MOST_NOTES
            ? `A case has at most ${MOST_NOTES} notes. Remove another one first.`
            : whyFull({ ...state, notes: next });
    setMistake(refusal);
    if (refusal !== null) return;
    change({ notes: next });
    form.reset();
  };
  return (
    <form class="filter-bar" onSubmit={add} aria-label="Add a note">
      <label>
        Time{' '}
        <input
          name="time"
          autocomplete="off"
          spellcheck={false}
          defaultValue={formatTime(at ?? range.from, zone)}
        />
      </label>
      <label class="note-field">
        Note <input name="text" autocomplete="off" maxLength={LONGEST_NOTE} />
      </label>
      <button type="submit">Add note</button>
      {mistake !== null && (
        <span class="argument-mistake" role="alert">
          {mistake}
        </span>
      )}
    </form>
  );
};

/** The same note is kept once. */
const withNote = (notes: readonly Note[], added: Note): readonly Note[] =>
  sortNotes([...notes.filter((note) => formatNote(note) !== formatNote(added)), added]);
