import type { ComponentChildren, TargetedMouseEvent } from 'preact';

import { applyChange, formatState } from '../state/pageState.ts';
import type { PageState } from '../state/pageState.ts';
import { usePage } from '../state/usePageState.ts';

type ViewLinkProps = {
  readonly to: Partial<PageState>;
  readonly class?: string;
  readonly tabindex?: number;
  readonly children: ComponentChildren;
};

/** A link to another state of the page. It is a real link, which can be opened in another tab. */
export const ViewLink = ({ to, children, ...others }: ViewLinkProps) => {
  const { state, change } = usePage();
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change(to);
  };
  return (
    <a {...others} href={formatState(applyChange(state, to)) || './'} onClick={follow}>
      {children}
    </a>
  );
};
