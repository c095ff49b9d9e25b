import { useState } from 'preact/hooks';

import { escapeText } from '../parts/escapeText.ts';
import { formatItems, formatNumber } from '../parts/formatCount.ts';
import { useWidth } from '../parts/useWidth.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import type { PageState } from '../state/pageState.ts';
import type { Graph, GraphEdge, GraphNode, PathStep } from './graph.ts';
import { NODE_HEIGHT } from './layoutGraph.ts';
import type { GraphLayout, PlacedNode } from './layoutGraph.ts';

type GraphPictureProps = {
  readonly graph: Graph;
  readonly layout: GraphLayout;
  /** The path that is drawn on top. */
  readonly steps: readonly PathStep[];
  readonly linkOfEdge: (edge: GraphEdge) => Partial<PageState>;
  readonly linkOfNode: (node: GraphNode) => Partial<PageState>;
};

/** The space for the names beside the first and the last column, in pixels. */
const NAMES_WIDTH = 210;
/** More characters of a name are not drawn. */
const LONGEST_NAME = 28;
const HEAD_HEIGHT = 26;
const TITLES = { SOURCE: 'Sources', ACCOUNT: 'Accounts', HOST: 'Hosts' } as const;

/** The logon graph as a picture. The tables below it have the same for screen readers and the keyboard. */
export const GraphPicture = ({ graph, layout, steps, linkOfEdge, linkOfNode }: GraphPictureProps) => {
  const [box, width] = useWidth();
  const [hovered, setHovered] = useState<string | null>(null);
  const xOf = (column: number): number => {
    const last = Math.max(1, layout.kinds.length - 1);
    return NAMES_WIDTH + (column * Math.max(200, width - 2 * NAMES_WIDTH)) / last;
  };
  const pointOf = (key: string): Point | null => {
    const place = layout.places.get(key);
    return place === undefined ? null : { x: xOf(place.column), y: HEAD_HEIGHT + place.y };
  };
  const drawn = new Set<string>(layout.places.keys());
  return (
    <div class="graph-frame" ref={box} aria-hidden="true">
      <svg class="graph" width={Math.max(width, 2 * NAMES_WIDTH + 200)} height={layout.height + HEAD_HEIGHT}>
        {graph.edges
          .filter(({ from, to }) => drawn.has(from) && drawn.has(to))
          .map((edge) => (
            <Edge
              key={`${edge.from} ${edge.to}`}
              edge={edge}
              from={pointOf(edge.from)}
              to={pointOf(edge.to)}
              isDim={hovered !== null && hovered !== edge.from && hovered !== edge.to}
              link={linkOfEdge(edge)}
            />
          ))}
        {steps.map(({ from, to, kind }, index) => (
          <path key={index} class={`path ${kind.toLowerCase()}`} d={curve(pointOf(from), pointOf(to), 0)} />
        ))}
        {layout.kinds.map((kind, column) => (
          <text key={kind} class="column-title" x={xOf(column)} y={14} text-anchor="middle">
            {TITLES[kind]}
          </text>
        ))}
        {[...layout.places.values()].map((place) => (
          <Node
            key={place.node.key}
            place={place}
            point={pointOf(place.node.key)}
            isFirst={place.column === 0}
            link={linkOfNode(place.node)}
            onHover={setHovered}
          />
        ))}
      </svg>
    </div>
  );
};

type Point = { readonly x: number; readonly y: number };

/** A curve between two points, moved down by `shift` in its middle. Back to an earlier column it goes around. */
const curve = (from: Point | null, to: Point | null, shift: number): string => {
  if (from === null || to === null) return '';
  const bend = Math.max(60, Math.abs(to.x - from.x) / 2);
  const [first, second] = [from.x + bend, to.x - bend];
  return `M${from.x},${from.y} C${first},${from.y + shift} ${second},${to.y + shift} ${to.x},${to.y}`;
};

/** The width of a line: a pixel more for twice as many events. */
const widthOf = (count: number): number => Math.min(9, 1.5 + Math.log2(count) * 0.8);

type EdgeProps = {
  readonly edge: GraphEdge;
  readonly from: Point | null;
  readonly to: Point | null;
  readonly isDim: boolean;
  readonly link: Partial<PageState>;
};

const Edge = ({ edge: { successes, failures, reconnects }, from, to, isDim, link }: EdgeProps) => {
  const logins = successes + reconnects;
  return (
    <ViewLink to={link} class={isDim ? 'edge dim' : 'edge'} tabindex={-1}>
      <title>{`${formatItems(successes, 'login')}, ${formatNumber(failures)} failed, ${formatItems(reconnects, 'reconnect')}`}</title>
      <path class="hit" d={curve(from, to, 0)} />
      {logins > 0 && <path class="logins" stroke-width={widthOf(logins)} d={curve(from, to, 0)} />}
      {failures > 0 && (
        <path
          class="failures"
          stroke-width={widthOf(failures)}
          d={curve(from, to, logins > 0 ? NODE_HEIGHT / 2 : 0)}
        />
      )}
    </ViewLink>
  );
};

type NodeProps = {
  readonly place: PlacedNode;
  readonly point: Point | null;
  /** The names of the first column are before their nodes. */
  readonly isFirst: boolean;
  readonly link: Partial<PageState>;
  readonly onHover: (key: string | null) => void;
};

const Node = ({ place: { node }, point, isFirst, link, onHover }: NodeProps) => {
  if (point === null) return null;
  const name = escapeText(node.name);
  return (
    <>
      <ViewLink to={link} class={`node ${node.kind.toLowerCase()}`} tabindex={-1}>
        <g onPointerEnter={() => onHover(node.key)} onPointerLeave={() => onHover(null)}>
          <title>{name}</title>
          <Shape kind={node.kind} {...point} />
          <text x={point.x + (isFirst ? -10 : 10)} y={point.y + 4} text-anchor={isFirst ? 'end' : 'start'}>
            {name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name}
          </text>
        </g>
      </ViewLink>
    </>
  );
};

/** Kinds differ by shape, not only by colour. */
const Shape = ({ kind, x, y }: Point & { readonly kind: GraphNode['kind'] }) => {
  if (kind === 'ACCOUNT') return <circle cx={x} cy={y} r={6} />;
  if (kind === 'HOST') return <rect x={x - 6} y={y - 5} width={12} height={10} />;
  return <path d={`M${x - 6},${y + 5} L${x},${y - 6} L${x + 6},${y + 5} Z`} />;
};
