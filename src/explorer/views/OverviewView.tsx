import { Overview } from '../api/documents.ts';
import type { OverviewQuery } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { Answer } from '../parts/Answer.tsx';
import { EventChart } from '../parts/EventChart.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { formatCount, formatItems } from '../parts/formatCount.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import { drawChart } from '../picture/drawChart.ts';
import { PictureButtons } from '../picture/PictureButtons.tsx';
import { wholeRange } from '../state/chooseRange.ts';
import { BUCKET_NAMES, chooseBucket, formatText, toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { FailureList } from './FailureList.tsx';
import { HuntCardList } from './HuntCardList.tsx';

/** What is stored and what happened in the range: the first thing that an analyst asks. */
export const OverviewView = () => {
  const { state, range, change } = usePage();
  const every = chooseBucket(range);
  const filter = {
    time: { from: toIso(range.from), until: toIso(range.until) },
    excludeNoise: !state.isNoiseShown,
  };
  const variables = {
    filter,
    failed: { ...filter, loginSuccessful: { eq: false } },
    every,
    zone: state.zone,
  };
  const answered = useAnswer(Overview, variables);
  const data = answered.data ?? answered.previous;
  const group = data?.perBucket?.groups[0];
  return (
    <>
      <div class="view-head">
        <h1>Overview</h1>
        <QuestionLinks document={Overview} variables={variables} />
      </div>
      <Answer answered={answered} isShown={data !== null} isOld={answered.previous !== null}>
        <StoredFacts overview={data?.overview ?? null} zone={state.zone} />
        <OutsideNote overview={data?.overview ?? null} />
        <section aria-labelledby="events-title" class="panel">
          <h2 id="events-title">
            Events {BUCKET_NAMES[every]}{' '}
            <span class="muted">
              {group === undefined
                ? 'none in this range'
                : `${formatItems(group.count, 'event')}, ${formatItems(group.failures, 'failed login')}, ${formatItems(group.distinctUsers, 'account')} on ${formatItems(group.distinctHosts, 'host')}${state.isNoiseShown ? '' : '; noise is left out'}; drag to narrow the range`}
            </span>
          </h2>
          {group?.buckets && (
            <>
              <EventChart
                buckets={group.buckets}
                range={range}
                zone={state.zone}
                onRange={(narrowed) => change({ range: narrowed })}
              />
              <PictureButtons
                title={`Events ${BUCKET_NAMES[every]}`}
                shown={range}
                draw={(element) =>
                  drawChart({ buckets: group.buckets ?? [], range, zone: state.zone }, element)
                }
              />
            </>
          )}
          <ul class="legend" aria-label="Legend">
            <li>
              <span class="swatch events" aria-hidden="true" /> all events
            </li>
            <li>
              <span class="swatch failures" aria-hidden="true" /> failed logins
            </li>
          </ul>
        </section>
        <div class="columns">
          <FailureList title="Hosts" groups={data?.failingHosts} />
          <FailureList title="Accounts" groups={data?.failingAccounts} />
          <FailureList title="Sources" groups={data?.failingSources} />
        </div>
      </Answer>
      <HuntCardList isReady={answered.data !== null || answered.failure !== null} />
    </>
  );
};

type StoredFactsProps = { readonly overview: OverviewQuery['overview']; readonly zone: string };

const StoredFacts = ({ overview, zone }: StoredFactsProps) => {
  if (overview === null) return null;
  const { firstAt, lastAt, events, sessions, hosts, accounts } = overview;
  if (firstAt === null)
    return (
      <p class="note">
        Nothing is stored yet. <code>npm start -- FOLDER</code> imports a folder of logs, and{' '}
        <code>npm run demo</code> shows an example.
      </p>
    );
  return (
    <dl class="facts">
      {[
        ['Stored events', formatCount(events)],
        ['Stored sessions', formatCount(sessions)],
        ['Known hosts', formatCount(hosts)],
        ['Known accounts', formatCount(accounts)],
        ['First event', formatText(firstAt, zone)],
        ['Last event', formatText(lastAt, zone)],
      ].map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** Says that there are events before or after the range, and leads to all. */
const OutsideNote = ({ overview }: Pick<StoredFactsProps, 'overview'>) => {
  const { range } = usePage();
  if (overview === null || overview.firstAt === null) return null;
  const all = wholeRange(overview, Date.now());
  if (Date.parse(overview.firstAt) >= range.from && Date.parse(overview.lastAt ?? '') < range.until)
    return null;
  return (
    <p class="muted">
      Events and failed logins outside of the range are stored, too, and not counted below.{' '}
      <ViewLink to={{ range: all, zoom: null }}>All that is stored</ViewLink>
    </p>
  );
};
