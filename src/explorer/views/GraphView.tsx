import { useMemo } from 'preact/hooks';

import { LogonPaths, Logons } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { formOfEdge, formOfNode } from '../graph/edgeForm.ts';
import { EdgeTable } from '../graph/EdgeTable.tsx';
import { limitGraph, tracePaths } from '../graph/graph.ts';
import type { GraphEdge, GraphNode } from '../graph/graph.ts';
import { GraphControls } from '../graph/GraphControls.tsx';
import { ORDERS, readGraphForm } from '../graph/graphForm.ts';
import type { GraphForm } from '../graph/graphForm.ts';
import { GraphPicture } from '../graph/GraphPicture.tsx';
import { layoutGraph } from '../graph/layoutGraph.ts';
import { NodeTable } from '../graph/NodeTable.tsx';
import { PathChooser } from '../graph/PathChooser.tsx';
import { findRoute, listRoutes } from '../graph/routes.ts';
import { HopTable } from '../case/HopTable.tsx';
import { listHops } from '../case/hops.ts';
import { Answer } from '../parts/Answer.tsx';
import { formatNumber } from '../parts/formatCount.ts';
import { LogText } from '../parts/LogText.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { drawElement } from '../picture/drawElement.ts';
import { PictureButtons } from '../picture/PictureButtons.tsx';
import { toView } from '../state/pageState.ts';
import type { PageState } from '../state/pageState.ts';
import { toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { describeCondition, toFilter } from '../tables/filters.ts';

/** More nodes in a picture cannot be told apart. */
const MOST_NODES = 300;

/** Sources, accounts and hosts, and who logged on from where to where. */
export const GraphView = () => {
  const { state, range } = usePage();
  const form = readGraphForm(state.form);
  const noNoise = !state.isNoiseShown;
  const asked = { from: toIso(range.from), until: toIso(range.until) };
  const variables = {
    range: asked,
    noNoise,
    filter: toFilter(form.conditions),
    kinds: form.kinds,
    order: { field: form.order },
  };
  const answered = useAnswer(Logons, variables);
  const found = useAnswer(LogonPaths, form.path === null ? null : { range: asked, noNoise });
  const answer = (answered.data ?? answered.previous)?.logonGraph ?? null;
  const paths = found.data?.hunts?.lateralPaths ?? null;
  const routes = useMemo(() => listRoutes(paths?.nodes ?? []), [paths]);
  const route = form.path === null ? undefined : findRoute(routes, form.path);
  const hops = useMemo(() => listHops(route?.paths ?? []), [route]);
  const { graph, rest, steps, layout, drawn } = useMemo(() => {
    const limited = limitGraph({ nodes: answer?.nodes ?? [], edges: answer?.edges ?? [] }, MOST_NODES);
    const traced = tracePaths(limited.drawn.nodes, route?.paths ?? [], form.kinds);
    const whole = { nodes: [...limited.drawn.nodes, ...traced.added], edges: limited.drawn.edges };
    return {
      graph: limited.drawn,
      rest: limited.rest,
      steps: traced.steps,
      layout: layoutGraph(whole),
      drawn: whole.nodes,
    };
  }, [answer, route, form.kinds]);
  const nodes = useMemo(() => new Map((answer?.nodes ?? []).map((node) => [node.key, node])), [answer]);
  const nodeOf = (key: string): GraphNode | undefined => nodes.get(key);
  const focus = Object.fromEntries(form.conditions.map(({ name, text }) => [name, text]));
  const linkOfEdge = (edge: GraphEdge): Partial<PageState> => {
    const [from, to] = [nodeOf(edge.from), nodeOf(edge.to)];
    const own = from === undefined || to === undefined ? {} : formOfEdge({ from, to, kinds: form.kinds });
    return { ...toView('events', null), form: { ...focus, ...own } };
  };
  const linkOfNode = (node: GraphNode): Partial<PageState> => ({
    form: { ...state.form, ...formOfNode(node) },
  });
  const shownPart =
    answer === null
      ? ''
      : `${formatNumber(graph.nodes.length)} of ${formatNumber(answer.nodeTotalCount.value)} nodes and ${formatNumber(graph.edges.length)} of ${formatNumber(answer.edgeTotalCount.value)} edges shown`;
  return (
    <>
      <div class="view-head">
        <h1>
          Logon graph{' '}
          <span class="muted" role="status">
            {shownPart}
          </span>
        </h1>
        <QuestionLinks document={Logons} variables={variables} />
      </div>
      {form.mistakes.length > 0 && (
        <p class="note warning" role="alert">
          The address of this page has a mistake, which is ignored:{' '}
          <LogText text={form.mistakes.join(', ')} />.
        </p>
      )}
      <GraphControls conditions={form.conditions} />
      <PathChooser answered={found} paths={paths} chosen={form.path} routes={routes} shown={route} />
      {route !== undefined && <HopTable hops={hops} about="of the chosen path" />}
      <Answer answered={answered} isShown={answer !== null} isOld={answered.previous !== null}>
        {answer?.count === 0 && <p class="note">Nobody logged on or reconnected in this range.</p>}
        {layout.places.size > 0 && (
          <section class="panel" aria-label="Picture">
            <GraphPicture
              graph={graph}
              layout={layout}
              steps={steps}
              linkOfEdge={linkOfEdge}
              linkOfNode={linkOfNode}
            />
            <GraphLegend />
            <PictureButtons
              title="Logon graph"
              shown={range}
              facts={[
                ...describeGraph(form),
                ...(route === undefined ? [] : [`green: ${route.name}; dotted: a host as the next source`]),
                shownPart,
              ]}
              draw={() => drawElement(getPicture())}
            />
          </section>
        )}
        {answer !== null && answer.edgelessCount > 0 && (
          <p class="muted">
            {formatNumber(answer.edgelessCount)} of {formatNumber(answer.count)} events name only one of these
            and have no edge.
          </p>
        )}
        {rest.length > 0 && (
          <EdgeTable
            title={`Edges that are not drawn${(answer?.edgeTotalCount.value ?? 0) > (answer?.edges.length ?? 0) ? `, of the first ${formatNumber(answer?.edges.length ?? 0)}` : ''}`}
            edges={rest}
            nodeOf={nodeOf}
            linkOfEdge={linkOfEdge}
            zone={state.zone}
          />
        )}
        {drawn.length > 0 && <NodeTable nodes={drawn} />}
        {graph.edges.length > 0 && (
          <EdgeTable
            title="Edges of the picture"
            edges={graph.edges}
            nodeOf={nodeOf}
            linkOfEdge={linkOfEdge}
            zone={state.zone}
          />
        )}
      </Answer>
    </>
  );
};

const getPicture = (): SVGSVGElement => {
  const svg = document.querySelector<SVGSVGElement>('svg.graph');
  if (svg === null) throw new Error('The graph is not drawn.');
  return svg;
};

/** What limits the graph. */
const describeGraph = ({ order, conditions }: GraphForm): readonly string[] => [
  `${ORDERS[order]}; lines are logins and reconnects, dashed lines failed logins`,
  ...conditions.map(describeCondition),
];

const GraphLegend = () => (
  <ul class="legend" aria-label="Legend">
    <li>
      <span class="line logins" aria-hidden="true" /> logins and reconnects, wider for more
    </li>
    <li>
      <span class="line failures" aria-hidden="true" /> failed logins
    </li>
    <li>
      <span class="line path" aria-hidden="true" /> the chosen lateral path
    </li>
    <li>
      <span class="line path same" aria-hidden="true" /> the path goes on: a host as the next source
    </li>
    <li>A click on an edge opens its events, on a node only its edges.</li>
  </ul>
);
