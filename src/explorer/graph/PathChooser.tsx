import type { LogonPathsQuery } from '../api/documents.ts';
import type { Answered } from '../api/useAnswer.ts';
import { Answer } from '../parts/Answer.tsx';
import { CaseLink } from '../parts/CaseLink.tsx';
import { escapeText } from '../parts/escapeText.ts';
import { formatCount } from '../parts/formatCount.ts';
import type { Pin } from '../state/case.ts';
import { formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { pathKey } from './graph.ts';

type Paths = NonNullable<NonNullable<LogonPathsQuery['hunts']>['lateralPaths']>;

type PathChooserProps = {
  readonly answered: Answered<LogonPathsQuery>;
  readonly paths: Paths | null;
  /** The key of the chosen path, empty for the first; null: paths were not asked for. */
  readonly chosen: string | null;
  readonly shown: Paths['nodes'][number] | undefined;
};

/** Chooses the lateral path that is drawn on top of the graph. They are looked for only when one wants to see them. */
export const PathChooser = ({ answered, paths, chosen, shown }: PathChooserProps) => {
  const { state, change } = usePage();
  const { path: _path, ...others } = state.form;
  const choose = (key: string | null): void =>
    change({ form: key === null ? others : { ...others, path: key } });
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
                {paths.nodes.map((path, index) => (
                  <option key={index} value={pathKey(path.hops)} selected={path === shown}>
                    {describePath(path, state.zone)}
                  </option>
                ))}
              </select>{' '}
              of {formatCount(paths.totalCount)}{' '}
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
          </button>
        </p>
      )}
    </Answer>
  );
};

/** The lanes of a path: the account on each host. */
const listPins = ({ hops }: Paths['nodes'][number]): readonly Pin[] =>
  hops.map(({ host, account }) => ({ host: host.hostname, account: account?.user ?? null }));

/** `08:40:11: 198.51.100.23 → RDP1 → WS5`. */
const describePath = ({ firstAt, hops }: Paths['nodes'][number], zone: string): string => {
  const [first] = hops;
  const start = first?.sourceHost?.hostname ?? first?.srcIp ?? first?.srcHostname ?? 'not known';
  const names = [start, ...hops.map(({ host }) => host.hostname)].map(escapeText);
  return `${formatText(firstAt, zone)}: ${names.join(' → ')}`;
};
