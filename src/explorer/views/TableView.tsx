import { useAnswer } from '../api/useAnswer.ts';
import { MOST_ROWS, useRows } from '../api/useRows.ts';
import { Answer } from '../parts/Answer.tsx';
import { formatCount, formatNumber } from '../parts/formatCount.ts';
import { LogText } from '../parts/LogText.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { toView } from '../state/pageState.ts';
import { toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { chooseColumns, ORDER_FIELD } from '../tables/columns.ts';
import { ExportButtons } from '../tables/ExportButtons.tsx';
import { FilterBar } from '../tables/FilterBar.tsx';
import { filterByCell, readConditions, toFilter } from '../tables/filters.ts';
import type { Condition } from '../tables/filters.ts';
import { EVENTS, pickList, SESSIONS } from '../tables/tableSource.ts';
import type { TableSource } from '../tables/tableSource.ts';
import { VirtualTable } from '../tables/VirtualTable.tsx';

/** All events of the range as a table. */
export const EventsView = () => <TableView source={EVENTS} />;

/** All sessions that started in the range as a table. */
export const SessionsView = () => <TableView source={SESSIONS} />;

const TableView = ({ source }: { readonly source: TableSource }) => {
  const { state } = usePage();
  const { conditions, unknown } = readConditions(source.columns, state.form);
  // Other rows than those that were meant would be misleading.
  return conditions.some(({ mistake }) => mistake !== null) ? (
    <>
      <h1>{source.list === 'events' ? 'Events' : 'Sessions'}</h1>
      <FilterBar columns={source.columns} conditions={conditions} />
      <p class="note">Remove the filter that is wrong, or add it again with another value.</p>
    </>
  ) : (
    <Table source={source} conditions={conditions} unknown={unknown} />
  );
};

type TableProps = {
  readonly source: TableSource;
  readonly conditions: readonly Condition[];
  /** What of the address is ignored. */
  readonly unknown: readonly string[];
};

const Table = ({ source, conditions, unknown }: TableProps) => {
  const { state, range, change } = usePage();
  const filter = {
    [source.timeField]: { from: toIso(range.from), until: toIso(range.until) },
    excludeNoise: !state.isNoiseShown,
    ...toFilter(conditions),
  };
  const variables = {
    filter,
    order: source.orders[state.form[ORDER_FIELD] === 'oldest' ? 'oldest' : 'newest'],
  };
  const rows = useRows(source.rows, variables, { pick: pickList });
  const counted = useAnswer(source.total, { filter, mode: 'CAPPED' as const });
  const total = counted.data === null ? null : (pickList(counted.data)?.totalCount ?? null);
  const columns = chooseColumns(source.columns, state.form);
  const isEvents = source.list === 'events';
  return (
    <>
      <div class="view-head">
        <h1>
          {isEvents ? 'Events' : 'Sessions'}{' '}
          <span class="muted" role="status">
            {total !== null &&
              `${formatCount(total)} ${isEvents ? 'in the range' : 'that started in the range'}${state.isNoiseShown ? '' : ', without noise'}`}
          </span>
        </h1>
        <ViewLink to={toView(isEvents ? 'sessions' : 'events', null)}>
          {isEvents ? 'Sessions' : 'Events'}
        </ViewLink>
        <QuestionLinks document={source.rows} variables={{ ...variables, first: 500, after: null }} />
      </div>
      {unknown.length > 0 && (
        <p class="note warning" role="alert">
          The address of this page has a mistake, which is ignored. The table of {source.list} has no such
          filter, column or order: <LogText text={unknown.join(', ')} />.
        </p>
      )}
      <FilterBar columns={source.columns} conditions={conditions} />
      <ExportButtons source={source} columns={columns} filter={filter} />
      <Answer answered={rows} isShown={rows.count > 0}>
        <VirtualTable
          // Other rows begin at the top.
          key={JSON.stringify(variables)}
          label={`${isEvents ? 'Events' : 'Sessions'}, times in ${state.zone}`}
          columns={columns}
          rows={rows}
          zone={state.zone}
          onCell={(row, column, isExcluded) =>
            change({ form: filterByCell(state.form, { row, column, isExcluded }) })
          }
        />
        <p class="muted hint">
          A click on a cell keeps only rows with its value, with Alt only others. Keys: arrows, Page Up and
          Down, Home and End move; Enter keeps, Delete leaves out. Times are in {state.zone}.
        </p>
        {!rows.isComplete && rows.count >= MOST_ROWS && (
          <p class="note warning">
            Only the first {formatNumber(MOST_ROWS)} rows are listed. Narrow the range or add a filter.
          </p>
        )}
      </Answer>
      {rows.count === 0 && rows.isComplete && rows.problems.length === 0 && (
        <p class="note">
          Nothing matches in this range.{conditions.length > 0 && ' Remove a filter.'}
          {!state.isNoiseShown && ' Noise is left out.'}
        </p>
      )}
    </>
  );
};
