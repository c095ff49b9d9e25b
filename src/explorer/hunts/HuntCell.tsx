import { formatNumber } from '../parts/formatCount.ts';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { formatText } from '../state/times.ts';
import { SessionLink } from '../parts/SessionLink.tsx';
import { getValue } from './getValue.ts';
import type { CellKind, HuntColumn } from './hunt.ts';

type CellProps = {
  readonly column: HuntColumn;
  /** The match, or an item of a list in it. */
  readonly row: unknown;
  readonly zone: string;
};

/** A list shows this many items before the rest is opened. */
const SHOWN_ITEMS = 6;

/** The value of a column in a match. */
export const HuntCell = ({ column, row, zone }: CellProps) => {
  const value = getValue(row, column.path);
  if (!Array.isArray(value)) return <Value kind={column.kind} value={value} zone={zone} />;
  if (value.length === 0) return <>–</>;
  const items = value.map((item: unknown, index) => (
    <li key={index}>
      {column.members === undefined ? (
        <Value kind={column.kind} value={item} zone={zone} />
      ) : (
        <Members members={column.members} item={item} zone={zone} />
      )}
    </li>
  ));
  return (
    <>
      <ul class="cell-list">{items.slice(0, SHOWN_ITEMS)}</ul>
      {items.length > SHOWN_ITEMS && (
        <details>
          <summary>{formatNumber(items.length - SHOWN_ITEMS)} more</summary>
          <ul class="cell-list">{items.slice(SHOWN_ITEMS)}</ul>
        </details>
      )}
    </>
  );
};

type MembersProps = {
  readonly members: readonly HuntColumn[];
  readonly item: unknown;
  readonly zone: string;
};

/** What an item of a list consists of, in one line. Names need no title; numbers and times do. */
const Members = ({ members, item, zone }: MembersProps) => (
  <>
    {members
      .filter(({ path }) => !isEmpty(getValue(item, path)))
      .map((member, index) => (
        <span key={index} title={member.description}>
          {index > 0 && ' · '}
          {members.length > 1 && <span class="muted">{member.title} </span>}
          <Inline column={member} row={item} zone={zone} />
        </span>
      ))}
  </>
);

/** The values of a list within an item are joined. */
const Inline = ({ column, row, zone }: CellProps) => {
  const value = getValue(row, column.path);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return (
    <>
      {values.map((one, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <Value kind={column.kind} value={one} zone={zone} />
        </span>
      ))}
    </>
  );
};

/** Whether there is nothing to show. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

type ValueProps = { readonly kind: CellKind; readonly value: unknown; readonly zone: string };

const Value = ({ kind, value, zone }: ValueProps) => {
  if (value === null || value === undefined) return <>–</>;
  if (typeof value === 'boolean') return <>{value ? 'yes' : 'no'}</>;
  if (typeof value === 'number') return <>{formatNumber(value)}</>;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (kind === 'TIME') return <>{formatText(text, zone)}</>;
  if (kind === 'HOST') return <Name kind="host" name={text} />;
  if (kind === 'ACCOUNT') return <Name kind="account" name={text} />;
  if (kind === 'ADDRESS') return <Name kind="address" name={text} />;
  return kind === 'SESSION' ? <SessionLink id={text} /> : <LogText text={text} />;
};
