import { toView } from '../state/pageState.ts';
import { usePage } from '../state/usePageState.ts';
import { RangeControl } from './RangeControl.tsx';
import { SearchBox } from './SearchBox.tsx';
import { ViewLink } from './ViewLink.tsx';

/** The views that are about no host, account or session. */
const LINKED = [
  ['hunts', 'Hunts'],
  ['events', 'Events'],
  ['sessions', 'Sessions'],
  ['graph', 'Logon graph'],
] as const;

/** What all views share: the way back to the overview, the search, the time range and the noise. */
export const Header = () => {
  const { state, change } = usePage();
  return (
    <header class="page-header">
      <div class="page-bar">
        <ViewLink class="brand" to={toView('overview', null)}>
          Sessionscope
        </ViewLink>
        <SearchBox />
        <label class="switch">
          <input
            type="checkbox"
            checked={state.isNoiseShown}
            onChange={(event) => change({ isNoiseShown: event.currentTarget.checked })}
          />
          <span title="Machine accounts, SYSTEM, service and anonymous logons">Show noise</span>
        </label>
        <nav class="page-links" aria-label="Views">
          {LINKED.map(([view, title]) => (
            <ViewLink key={view} to={toView(view, null)}>
              {title}
            </ViewLink>
          ))}
          <ViewLink to={toView('case', null)}>
            Case{state.pins.length > 0 && ` (${state.pins.length})`}
          </ViewLink>
          <a href="graphql">Playground</a>
        </nav>
      </div>
      <RangeControl />
    </header>
  );
};
