import { useState } from 'preact/hooks';

import { setKey } from '../api/key.ts';

/** Asks for an API key, which stays in the memory of this tab. */
export const KeyForm = ({ reason }: { readonly reason: string | null }) => {
  const [typed, setTyped] = useState('');
  const key = typed.trim();
  // A header of HTTP cannot contain other characters.
  const isSendable = /^[!-~]*$/.test(key);
  return (
    <main class="key-form">
      <h1>Sessionscope</h1>
      <p>This server answers only with an API key. It is kept in this tab until you reload or close it.</p>
      {reason !== null && (
        <p class="note error" role="alert">
          {reason}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (key !== '' && isSendable) setKey(key);
        }}
      >
        <label for="key">Key</label>
        <input
          id="key"
          type="password"
          autocomplete="off"
          spellcheck={false}
          placeholder="ss_…"
          value={typed}
          aria-invalid={!isSendable}
          aria-describedby="key-mistake"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" disabled={key === '' || !isSendable}>
          Use this key
        </button>
        <p id="key-mistake" class="mistake-line" role="status">
          {!isSendable &&
            'A key has only letters, digits and signs of ASCII, without spaces: copy it again as it was printed.'}
        </p>
      </form>
      <p class="muted">
        The operator of the server creates keys:{' '}
        <code>npm run keys -- add --name NAME --scopes events:read</code>
      </p>
    </main>
  );
};
