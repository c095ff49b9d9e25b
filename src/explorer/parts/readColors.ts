/** Reads colours of the theme by the names of their custom properties, as a canvas needs them: resolved for the light or dark theme. */
export const readColors = <Name extends string>(
  parent: Element,
  names: readonly Name[],
): Readonly<Record<Name, string>> => {
  const probe = document.createElement('span');
  probe.hidden = true;
  // A canvas shows its children to no one.
  parent.append(probe);
  const style = getComputedStyle(probe);
  const colors = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, style.color] as const;
  });
  probe.remove();
  return Object.fromEntries(colors) as Readonly<Record<Name, string>>;
};
