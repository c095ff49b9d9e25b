import { toView } from '../state/pageState.ts';
import { LogText } from './LogText.tsx';
import { ViewLink } from './ViewLink.tsx';

type NameProps = { readonly kind: 'host' | 'account' | 'address'; readonly name: string | null };

/** A name from a log, which opens its host or account, or the events from its address. Null: no event names it. */
export const Name = ({ kind, name }: NameProps) => {
  if (name === null) return <span class="muted">not known</span>;
  const to = kind === 'address' ? { ...toView('events', null), form: { srcIp: name } } : toView(kind, name);
  return (
    <ViewLink to={to}>
      <LogText text={name} />
    </ViewLink>
  );
};
