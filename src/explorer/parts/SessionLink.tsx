import type { ComponentChildren } from 'preact';

import { toView } from '../state/pageState.ts';
import { ViewLink } from './ViewLink.tsx';

type SessionLinkProps = { readonly id: string; readonly children?: ComponentChildren };

/** Opens a session. */
export const SessionLink = ({ id, children = 'session' }: SessionLinkProps) => (
  <ViewLink to={toView('session', id)}>{children}</ViewLink>
);
