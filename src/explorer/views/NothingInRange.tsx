import { ViewLink } from '../parts/ViewLink.tsx';
import { chooseRange } from '../state/chooseRange.ts';
import { usePage } from '../state/usePageState.ts';

type NothingInRangeProps = {
  readonly message: string;
  readonly seen: { readonly firstSeenAt: string | null; readonly lastSeenAt: string | null };
};

/** Says that a host or account has nothing in the range, and leads to where it has something. */
export const NothingInRange = ({ message, seen: { firstSeenAt, lastSeenAt } }: NothingInRangeProps) => {
  const { isNoiseShown } = usePage().state;
  const range = chooseRange({ firstAt: firstSeenAt, lastAt: lastSeenAt }, Date.now());
  return (
    <p class="note">
      {message} {!isNoiseShown && 'Noise is left out. '}
      <ViewLink to={{ range, zoom: null, at: null }}>Show its last events</ViewLink>
    </p>
  );
};
