import { AccountLogins } from '../api/documents.ts';
import type { AccountLoginsQuery } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { Answer } from '../parts/Answer.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { formatCount, formatNumber } from '../parts/formatCount.ts';
import { Name } from '../parts/Name.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { formatText, toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { canCountHours, countOutside, WORKING_HOURS } from '../state/workingHours.ts';

/** From where an account logged in, and how much of that was outside of working hours. */
export const AccountLoginFacts = ({ user }: { readonly user: string }) => {
  const { state, range } = usePage();
  const filter = {
    time: { from: toIso(range.from), until: toIso(range.until) },
    user: { eq: user },
    // A name without a domain would also find the accounts of that name in domains.
    ...(!/[\\@]/.test(user) && { userDomain: { isNull: true } }),
    excludeNoise: !state.isNoiseShown,
  };
  const variables = {
    filter: { ...filter, action: { in: ['LOGIN', 'RECONNECT'] as const } },
    successful: { ...filter, action: { eq: 'LOGIN' as const }, loginSuccessful: { eq: true } },
    zone: state.zone,
    areHoursCounted: canCountHours(range.until - range.from),
  };
  const answered = useAnswer(AccountLogins, variables);
  const { sources = null, perHour } = answered.data ?? {};
  return (
    <section class="panel" aria-labelledby="logins-title">
      <div class="view-head">
        <h2 id="logins-title">Logins and reconnects by source</h2>
        <QuestionLinks document={AccountLogins} variables={variables} />
      </div>
      <Answer answered={answered} isShown={answered.data !== null}>
        {variables.areHoursCounted ? (
          perHour && <OutsideShare hours={perHour.groups[0]?.buckets ?? []} />
        ) : (
          <p class="muted">The range is too long to count logins outside of working hours. Narrow it.</p>
        )}
        {sources !== null && <SourceTable sources={sources} />}
      </Answer>
    </section>
  );
};

type Hours = readonly { readonly from: string; readonly successes: number }[];

const OutsideShare = ({ hours }: { readonly hours: Hours }) => {
  const { zone } = usePage().state;
  const { outside, all } = countOutside(hours, zone);
  return (
    <p>
      {all === 0
        ? 'No successful login in this range.'
        : `${formatNumber(outside)} of ${formatNumber(all)} successful logins (${Math.round((100 * outside) / all)} %) were outside of working hours: ${WORKING_HOURS}, ${zone}.`}
    </p>
  );
};

type Sources = NonNullable<AccountLoginsQuery['sources']>;

const SourceTable = ({ sources: { groups, totalCount } }: { readonly sources: Sources }) => {
  const { zone } = usePage().state;
  return (
    <>
      <DataTable
        caption={`Sources, times in ${zone}`}
        columns={makeColumns(zone)}
        rows={groups}
        keyOf={({ key }) => key.srcIp ?? ''}
      />
      {totalCount.value > groups.length && (
        <p class="note warning">
          The {formatNumber(groups.length)} sources with the most events of {formatCount(totalCount)} are
          listed.
        </p>
      )}
    </>
  );
};

const makeColumns = (zone: string): readonly Column<Sources['groups'][number]>[] => [
  { title: 'Source', cell: ({ key }) => <Name kind="address" name={key.srcIp ?? null} /> },
  { title: 'Successful logins', cell: ({ successes }) => formatNumber(successes), isNumber: true },
  { title: 'Failed logins', cell: ({ failures }) => formatNumber(failures), isNumber: true },
  {
    title: 'Reconnects',
    cell: ({ count, successes, failures }) => formatNumber(count - successes - failures),
    isNumber: true,
  },
  { title: 'First', cell: ({ firstAt }) => formatText(firstAt, zone), isTime: true },
  { title: 'Last', cell: ({ lastAt }) => formatText(lastAt, zone), isTime: true },
];
