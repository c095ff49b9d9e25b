import { Name } from '../parts/Name.tsx';
import { formatNumber } from '../parts/formatCount.ts';

type Group = {
  readonly count: number;
  readonly key: {
    readonly host?: { readonly hostname: string } | null;
    readonly account?: { readonly user: string } | null;
    readonly srcIp?: string | null;
  };
};

type FailureListProps = {
  readonly title: 'Hosts' | 'Accounts' | 'Sources';
  readonly groups: { readonly otherCount: number; readonly groups: readonly Group[] } | null | undefined;
};

/** The hosts, accounts or sources with the most failed logins. */
export const FailureList = ({ title, groups }: FailureListProps) => {
  const most = Math.max(1, ...(groups?.groups ?? []).map(({ count }) => count));
  return (
    <section class="panel" aria-labelledby={`failing-${title}`}>
      <h2 id={`failing-${title}`}>
        {title} <span class="muted">with the most failed logins</span>
      </h2>
      {groups?.groups.length === 0 && <p class="muted">No failed logins in this range.</p>}
      <ol class="ranking">
        {(groups?.groups ?? []).map(({ count, key }, index) => (
          <li key={index}>
            <meter min={0} max={most} value={count} aria-hidden="true" />
            <NameOf groupKey={key} />
            <span class="number">{formatNumber(count)}</span>
          </li>
        ))}
      </ol>
      {groups !== null && groups !== undefined && groups.otherCount > 0 && (
        <p class="muted">{formatNumber(groups.otherCount)} more of others</p>
      )}
    </section>
  );
};

const NameOf = ({ groupKey: { host, account, srcIp } }: { readonly groupKey: Group['key'] }) => {
  if (host) return <Name kind="host" name={host.hostname} />;
  if (account) return <Name kind="account" name={account.user} />;
  return srcIp ? <Name kind="address" name={srcIp} /> : <span class="muted">not known</span>;
};
