import { Name } from '../parts/Name.tsx';
import type { Pin } from '../state/case.ts';

/** The name of a lane: its host, its account, or both, each of which opens its view. */
export const PinName = ({ pin: { host, account } }: { readonly pin: Pin }) => (
  <span class="pin-name">
    {host !== null && <Name kind="host" name={host} />}
    {host !== null && account !== null && ' '}
    {account !== null && <Name kind="account" name={account} />}
  </span>
);
