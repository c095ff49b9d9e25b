import { useEffect, useState } from 'preact/hooks';

import { getOutage, onOutageChange, tryNow } from '../api/outage.ts';

/** Says once for the whole page that the server is gone, and that the page goes on by itself. */
export const OutageNote = () => {
  const [outage, setOutage] = useState(getOutage);
  useEffect(() => {
    const follow = (): void => setOutage(getOutage());
    follow();
    return onOutageChange(follow);
  }, []);
  if (outage === null) return null;
  return (
    <div class="note error outage" role="alert">
      <strong>The server is unavailable.</strong>
      <p>{outage.failure.message}</p>
      <p>The page asks again by itself, and goes on when the server is back.</p>
      <button type="button" aria-disabled={outage.isAsking} onClick={() => void tryNow()}>
        Try again
      </button>
    </div>
  );
};
