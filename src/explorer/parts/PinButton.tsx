import { addPins, isPinned, MOST_PINS, namePin, removePin } from '../state/case.ts';
import type { Pin } from '../state/case.ts';
import { fitsAddress } from '../state/pageState.ts';
import { usePage } from '../state/usePageState.ts';
import { escapeText } from './escapeText.ts';

type PinButtonProps = {
  readonly pin: Pin;
  /** As it is in the address, perhaps in several spellings. */
  readonly pinned?: readonly Pin[];
  /** Beside the name of a lane there is little space. */
  readonly isSmall?: boolean;
};

/** Adds a lane to the case, or takes it out. */
export const PinButton = ({ pin, pinned = [pin], isSmall = false }: PinButtonProps) => {
  const { state, change } = usePage();
  const isIn = pinned.some((one) => isPinned(state.pins, one));
  const name = escapeText(namePin(pin));
  const label = isIn ? `Unpin ${name} from the case` : `Pin ${name} to the case`;
  const pins = isIn ? pinned.reduce(removePin, state.pins) : addPins(state.pins, [pin]);
  const refusal = isIn ? null : whyFull({ ...state, pins });
  return (
    <button
      type="button"
      class={`pin${isSmall ? ' small' : ''}${isIn ? ' pinned' : ''}`}
      aria-label={label}
      aria-disabled={refusal !== null}
      title={refusal ?? label}
      onClick={() => refusal === null && change({ pins })}
    >
      {isIn ? 'Unpin' : 'Pin'}
    </button>
  );
};

/** Why a case cannot have these lanes; null if it can. */
export const whyFull = (state: Parameters<typeof fitsAddress>[0]): string | null => {
  if (state.pins.length > MOST_PINS)
    return `A case has at most ${MOST_PINS} lanes. Take another one out first.`;
  return fitsAddress(state)
    ? null
    : 'The case is full: its address would be longer than servers accept. Take a lane or a note out first.';
};
