import { toView } from '../state/usePageState.ts';
import { ViewLink } from './ViewLink.tsx';

type NameProps = { readonly kind: 'host' | 'account' | 'address'; readonly name: string };

/** A name from a log, as text that cannot disturb what is around it, such as one of right-to-left marks. A link where there is a view of it. */
export const Name = ({ kind, name }: NameProps) => {
  const text = (
    <bdi class="name" title={name}>
      {name}
    </bdi>
  );
  return kind === 'host' ? <ViewLink to={toView('host', name)}>{text}</ViewLink> : text;
};
