/** Shows a magnifying glass over the sessions of three hosts. */
export const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="24" height="24" fill="none" stroke-linecap="round" aria-hidden="true">
<g stroke="#1d6fb8" stroke-width="3"><circle cx="14" cy="14" r="11.5"/><path d="M22.5 22.5 29 29"/></g>
<path d="M9 10h7M12 14h8M8 18h5" stroke="#d9208f" stroke-width="2.5"/></svg>`;
