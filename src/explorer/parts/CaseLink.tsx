import { addPins } from '../state/case.ts';
import type { Pin } from '../state/case.ts';
import { toView } from '../state/pageState.ts';
import { usePage } from '../state/usePageState.ts';
import { whyFull } from './PinButton.tsx';
import { ViewLink } from './ViewLink.tsx';

/** Opens the case with these lanes added. */
export const CaseLink = ({ pins: added }: { readonly pins: readonly Pin[] }) => {
  const { state } = usePage();
  const pins = addPins(state.pins, added);
  const count = addPins([], added).length;
  const refusal = whyFull({ ...state, pins });
  if (refusal !== null) return <span class="muted">{refusal}</span>;
  return (
    <ViewLink to={{ ...toView('case', null), pins }}>
      {count === 1 ? 'Open its lane in the case' : `Open its ${count} lanes in the case`}
    </ViewLink>
  );
};
