import { useEffect, useState } from 'preact/hooks';

import { StoredRange } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { wholeRange } from '../state/chooseRange.ts';
import { CALENDAR, DAY, formatTime, isZone, keepWithin, parseTime } from '../state/times.ts';
import type { Range } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';

const PRESETS: readonly (readonly [string, number])[] = [
  ['1 hour', DAY / 24],
  ['24 hours', DAY],
  ['7 days', 7 * DAY],
  ['30 days', 30 * DAY],
  ['1 year', 365 * DAY],
];

/** The time range and its zone; in a view that has no range only the zone. */
export const RangeControl = () => {
  const { state, range, change } = usePage();
  const setRange = (next: Range): void => change({ range: next, zoom: null });
  const whole = useWholeRange(setRange);
  const length = range.until - range.from;
  const zone = <ZoneField zone={state.zone} onZone={(name) => change({ zone: name })} />;
  // A session is shown whole.
  if (state.view === 'session') return <div class="range-control">{zone}</div>;
  return (
    <div class="range-control" role="group" aria-label="Time range">
      <button
        type="button"
        title="Earlier"
        aria-label="Earlier"
        onClick={() => setRange(moveBy(range, -length))}
      >
        ◀
      </button>
      <TimeField
        label="From"
        at={range.from}
        onTime={(from) => setRange({ ...range, from })}
        before={range.until}
      />
      <TimeField
        label="Until"
        at={range.until}
        onTime={(until) => setRange({ ...range, until })}
        after={range.from}
      />
      {zone}
      <button type="button" title="Later" aria-label="Later" onClick={() => setRange(moveBy(range, length))}>
        ▶
      </button>
      <label class="field">
        <span>Range</span>
        <select
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === ALL) whole.choose();
            else setRange(parsePreset(value, range));
            event.currentTarget.value = '';
          }}
        >
          <option value="">Choose…</option>
          {ENDS.map(([end, title]) => (
            <optgroup key={end} label={title}>
              {PRESETS.map(([name, ms]) => (
                <option key={name} value={`${end} ${ms}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
          <option value={ALL}>All that is stored</option>
        </select>
      </label>
      {whole.problem !== null && <span role="alert">{whole.problem}</span>}
    </div>
  );
};

/** Where a preset ends. */
const ENDS = [
  ['end', 'Before the end of this range'],
  ['now', 'Before now'],
] as const;

/** The range of a choice: `now 3600000`. */
const parsePreset = (choice: string, range: Range): Range => {
  const [end, ms] = choice.split(' ');
  const until = end === 'now' ? Date.now() : range.until;
  return { from: until - Number(ms), until };
};

const ALL = 'all';

/** Chooses the range of all that is stored, which the API is asked for. */
const useWholeRange = (onRange: (range: Range) => void) => {
  const [isAsked, setAsked] = useState(false);
  const { data, failure } = useAnswer(StoredRange, isAsked ? {} : null);
  const overview = data?.overview ?? null;
  useEffect(() => {
    if (!isAsked || overview === null) return;
    setAsked(false);
    onRange(wholeRange(overview, Date.now()));
  }, [isAsked, overview]);
  return { choose: () => setAsked(true), problem: failure?.message ?? null };
};

const moveBy = ({ from, until }: Range, ms: number): Range =>
  keepWithin({ from: from + ms, until: until + ms }, CALENDAR);

type TimeFieldProps = {
  readonly label: string;
  readonly at: number;
  readonly onTime: (at: number) => void;
  readonly before?: number;
  readonly after?: number;
};

const TimeField = ({ label, at, onTime, before, after }: TimeFieldProps) => {
  const { zone } = usePage().state;
  const check = (text: string): number | string => {
    const parsed = parseTime(text, zone);
    if (parsed === null) return 'Use ISO 8601: 2026-11-16 09:00, or with an offset: 2026-11-16T09:00:00Z.';
    if (before !== undefined && parsed >= before) return 'The range must begin before it ends.';
    if (after !== undefined && parsed <= after) return 'The range must end after it begins.';
    return parsed;
  };
  return <CheckedField label={label} value={formatTime(at, zone)} check={check} onValue={onTime} />;
};

const ZoneField = ({ zone, onZone }: { readonly zone: string; readonly onZone: (zone: string) => void }) => {
  const check = (text: string): string[] | string =>
    isZone(text) ? [text] : 'The browser does not know this zone. Use a name such as UTC or Europe/Berlin.';
  return (
    <>
      <CheckedField
        label="Zone"
        value={zone}
        check={check}
        onValue={([name]) => onZone(name ?? 'UTC')}
        list="zones"
      />
      <datalist id="zones">
        {[...new Set(['UTC', Intl.DateTimeFormat().resolvedOptions().timeZone, ...COMMON_ZONES])].map(
          (name) => (
            <option key={name} value={name} />
          ),
        )}
      </datalist>
    </>
  );
};

const COMMON_ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Sydney',
];

type CheckedFieldProps<Value> = {
  readonly label: string;
  readonly value: string;
  /** Returns the value of a text, or in words why it has none. */
  readonly check: (text: string) => Value | string;
  readonly onValue: (value: Value) => void;
  readonly list?: string;
};

/** A field whose text counts when the user leaves it or presses Enter, if it is valid. One that is refused stays until the address says something else. */
const CheckedField = <Value,>({ label, value, check, onValue, list }: CheckedFieldProps<Value>) => {
  const [typed, setTyped] = useState<string | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const { state, moves } = usePage();
  const reset = (): void => {
    setTyped(null);
    setMistake(null);
  };
  useEffect(reset, [value, state.view, state.entity, moves]);
  const accept = (text: string): void => {
    const checked = text === value ? null : check(text);
    setMistake(typeof checked === 'string' ? checked : null);
    if (typeof checked === 'string') return;
    setTyped(null);
    if (checked !== null) onValue(checked);
  };
  // The other end of the range may have made it valid, or wrong in another way.
  const again = mistake === null || typed === null ? null : check(typed);
  useEffect(() => {
    if (again !== null && typed !== null) accept(typed);
  }, [JSON.stringify(again)]);
  const id = `field-${label.toLowerCase()}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={typed ?? value}
        list={list}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={mistake !== null}
        aria-describedby={mistake === null ? undefined : `${id}-mistake`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={(event) => accept(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') accept(event.currentTarget.value);
          if (event.key === 'Escape') reset();
        }}
      />
      {mistake !== null && (
        <p id={`${id}-mistake`} class="mistake" role="alert">
          {mistake}
        </p>
      )}
    </div>
  );
};
