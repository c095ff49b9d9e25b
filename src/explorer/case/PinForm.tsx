import type { TargetedEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { whyFull } from '../parts/PinButton.tsx';
import { addPins, formatPin } from '../state/case.ts';
import { usePage } from '../state/usePageState.ts';

/** Adds a lane by the names of its host and account. */
export const PinForm = () => {
  const { state, change, moves } = usePage();
  const [mistake, setMistake] = useState<string | null>(null);
  // It is about what was typed then.
  useEffect(() => setMistake(null), [state.pins.map(formatPin).join('\n'), state.notes.length, moves]);
  const add = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const [host, account] = ['host', 'account'].map((name) => {
      const value = data.get(name);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
    });
    if (host === undefined || account === undefined) return;
    const pins = addPins(state.pins, [{ host, account }]);
    const refusal =
      host === null && account === null ? 'Type a host, an account, or both.' : whyFull({ ...state, pins });
    setMistake(refusal);
    if (refusal !== null) return;
    change({ pins });
    form.reset();
  };
  return (
    <form class="panel filter-bar" onSubmit={add} aria-label="Add a lane">
      <label>
        Host <input name="host" autocomplete="off" spellcheck={false} />
      </label>
      <label>
        Account <input name="account" autocomplete="off" spellcheck={false} />
      </label>
      <button type="submit">Add lane</button>
      {mistake !== null && (
        <span class="argument-mistake" role="alert">
          {mistake}
        </span>
      )}
    </form>
  );
};
