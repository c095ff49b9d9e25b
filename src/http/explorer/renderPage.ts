import { LOGO } from '../static/logo.ts';

type PageOptions = {
  /** The folder of the page's files, relative to the page, because behind a proxy the server may have a path prefix. */
  readonly folder: string;
  /** Whether the API answers only callers that send a key. */
  readonly isKeyNeeded: boolean;
};

/** Renders the page of the explorer: an empty element, which its script fills. */
export const renderPage = ({ folder, isKeyNeeded }: PageOptions): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sessionscope</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(LOGO)}">
<link rel="stylesheet" href="${folder}/main.css">
<script type="module" src="${folder}/main.js"></script>
</head>
<body data-key-needed="${isKeyNeeded}">
<div id="root"></div>
<noscript>The explorer needs JavaScript. The API is at /graphql.</noscript>
</body>
</html>
`;
