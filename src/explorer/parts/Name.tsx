import { toView } from '../state/pageState.ts';
import { LogText } from './LogText.tsx';
import { ViewLink } from './ViewLink.tsx';

type NameProps = { readonly kind: 'host' | 'account' | 'address'; readonly name: string | null };

/** A name from a log; a link where there is a view of it. Null: no event names it. */
export const Name = ({ kind, name }: NameProps) => {
  if (name === null) return <span class="muted">not known</span>;
  const text = <LogText text={name} />;
  return kind === 'address' ? text : <ViewLink to={toView(kind, name)}>{text}</ViewLink>;
};
