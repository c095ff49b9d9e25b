import type { LogonPathsQuery } from '../api/documents.ts';
import type { Answered } from '../api/useAnswer.ts';
import { Answer } from '../parts/Answer.tsx';
import { CaseLink } from '../parts/CaseLink.tsx';
import { escapeText } from '../parts/escapeText.ts';
import { formatCount, formatItems, formatNumber } from '../parts/formatCount.ts';
import type { Pin } from '../state/case.ts';
import { formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { Route } from './routes.ts';

type Paths = NonNullable<NonNullable<LogonPathsQuery['hunts']>['lateralPaths']>;

type PathChooserProps = {
  readonly answered: Answered<LogonPathsQuery>;
  readonly paths: Paths | null;
  /** The name of the chosen route, empty for the first; null: paths were not asked for. */
  readonly chosen: string | null;
  readonly routes: readonly PathRoute[];
  readonly shown: PathRoute | undefined;
};

type PathRoute = Route<Paths['nodes'][number]>;

/** Chooses the route of lateral paths that is drawn on top of the graph. They are looked for only when one wants to see them. */
export const PathChooser = ({ answered, paths, chosen, routes, shown }: PathChooserProps) => {
  const { state, change } = usePage();
  const { path: _path, ...others } = state.form;
  const choose = (name: string | null): void =>
    change({ form: name === null ? others : { ...others, path: name } });
  if (chosen === null)
    return (
      <p>
        <button type="button" onClick={() => choose('')}>
          Find lateral paths
        </button>
      </p>
    );
  return (
    <Answer answered={answered} isShown={paths !== null}>
      {paths !== null && (
        <p>
          {paths.nodes.length === 0 ? (
            'No lateral path in this range. '
          ) : (
            <label>
              Lateral path{' '}
              <select onChange={(event) => choose(event.currentTarget.value)}>
                {shown === undefined && (
                  <option value={chosen} selected>
                    Choose…
                  </option>
                )}
                {routes.map((route) => (
                  <option key={route.name} value={route.name} selected={route === shown}>
                    {describeRoute(route, state.zone)}
                  </option>
                ))}
              </select>{' '}
              {describeNumbers(routes.length, paths)}{' '}
            </label>
          )}
          {shown === undefined && paths.nodes.length > 0 && (
            <span role="alert">
              The path of the address is not among the paths of this range; choose one of the list.{' '}
            </span>
          )}
          {shown !== undefined && <CaseLink pins={listPins(shown)} />}{' '}
          <button type="button" onClick={() => choose(null)}>
            Hide
          </button>{' '}
          {routes.length > 1 && (
            <span class="muted">
              First: the most hops, then the fewest changes of account, then the most evidence.
            </span>
          )}
        </p>
      )}
    </Answer>
  );
};

/** The lanes of a route: the account on each host. */
const listPins = ({ paths }: PathRoute): readonly Pin[] =>
  paths.flatMap(({ hops }) =>
    hops.map(({ host, account }) => ({ host: host.hostname, account: account?.user ?? null })),
  );

/** `08:40:11: 198.51.100.23 → RDP1 → WS5 as CORP\carol, 3 times`. */
const describeRoute = ({ name, paths }: PathRoute, zone: string): string =>
  `${formatText(paths[0]?.firstAt, zone)}: ${escapeText(name)}${paths.length > 1 ? `, ${formatNumber(paths.length)} times` : ''}`;

/** What the list has of all paths. */
const describeNumbers = (routes: number, { nodes, totalCount }: Paths): string => {
  const all = totalCount.value > nodes.length ? `the first ${formatNumber(nodes.length)} of ` : '';
  const counted = `${all}${formatCount(totalCount)} ${totalCount.value === 1 ? 'path' : 'paths'}`;
  return `of ${formatItems(routes, 'route')}, ${counted}`;
};
