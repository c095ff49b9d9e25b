import type { ComponentChildren } from 'preact';

import type { DrawnState } from './lanes.ts';
import { STATE_NAMES } from './stateNames.ts';
import { useCanvas } from './useCanvas.ts';
import type { Paint } from './useCanvas.ts';

/** What colours, patterns and marks mean. */
export const Legend = ({ children }: { readonly children: ComponentChildren }) => (
  <ul class="legend" aria-label="Legend">
    {(Object.keys(STATE_NAMES) as DrawnState[]).map((state) => (
      <li key={state}>
        <Swatch state={state} /> {STATE_NAMES[state]}
      </li>
    ))}
    <li>
      <span class="mark failure" aria-hidden="true">
        ✕
      </span>{' '}
      failed login
    </li>
    <li>
      <span class="mark reconnect" aria-hidden="true">
        ◇
      </span>{' '}
      reconnect
    </li>
    {children}
    <li class="muted">fading: not proven</li>
  </ul>
);

const Swatch = ({ state }: { readonly state: DrawnState }) => {
  const [width, height] = [28, 14];
  const paint: Paint = (context, inks) => {
    context.fillStyle = inks.fills[state];
    context.fillRect(0, 0, width, height);
    context.strokeStyle = inks.edges[state];
    context.strokeRect(0.5, 0.5, width - 1, height - 1);
  };
  const canvas = useCanvas({ width, height }, { paint, inputs: [state] });
  return (
    <canvas
      class="swatch"
      ref={canvas}
      style={{ width: `${width}px`, height: `${height}px` }}
      aria-hidden="true"
    />
  );
};
