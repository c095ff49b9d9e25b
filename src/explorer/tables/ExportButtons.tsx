import { useEffect, useRef, useState } from 'preact/hooks';

import { QuestionError } from '../api/askServer.ts';
import { MOST_ROWS } from '../api/useRows.ts';
import { download } from '../parts/download.ts';
import { formatNumber } from '../parts/formatCount.ts';
import type { TableColumn } from './columns.ts';
import { CSV, formatCommand, NDJSON } from './formatRows.ts';
import type { FileFormat } from './formatRows.ts';
import { readFile } from './readFile.ts';
import type { TableSource } from './tableSource.ts';

type ExportButtonsProps = {
  readonly source: TableSource;
  readonly columns: readonly TableColumn[];
  readonly filter: object;
};

/** Exports all rows that match, not only those that are loaded, as a file with the chosen columns. */
export const ExportButtons = ({ source, columns, filter }: ExportButtonsProps) => {
  const [message, setMessage] = useState<string | null>(null);
  const [command, setCommand] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const asked = JSON.stringify([source.list, filter, columns]);
  // What is exported is what is shown: another filter ends an export.
  useEffect(
    () => () => {
      running.current?.abort();
      setMessage(null);
      setCommand(null);
    },
    [asked],
  );
  const commandOf = ({ extension }: FileFormat): string =>
    formatCommand({ list: source.list, filter, extension, url: new URL('graphql', location.href).href });
  const run = async (format: FileFormat): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setCommand(null);
    setMessage('Counting…');
    try {
      const outcome = await readFile(
        { source, columns, filter, format },
        {
          signal: controller.signal,
          onProgress: (count, total) => setMessage(`Read ${formatNumber(count)} of ${formatNumber(total)}…`),
        },
      );
      if (controller.signal.aborted) return;
      if (outcome.kind === 'TOO_MANY') {
        setMessage(
          `${formatNumber(outcome.total)} rows match. The page exports at most ${formatNumber(MOST_ROWS)}; this command exports all:`,
        );
        setCommand(commandOf(format));
        return;
      }
      download(outcome.file, `${source.list}-table.${format.extension}`);
      setMessage(`${formatNumber(outcome.count)} rows exported, with the columns of the table.`);
      if (format !== NDJSON || source.list !== 'events') return;
      setMessage(
        `${formatNumber(outcome.count)} rows exported, with the columns of the table. npm run import does not read this file. It reads that of this command, which has whole events:`,
      );
      setCommand(commandOf(format));
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof QuestionError)) throw error;
      setMessage(`The export failed: ${error.message}`);
    }
  };
  return (
    <div class="export">
      <button type="button" onClick={() => void run(CSV)}>
        Export CSV
      </button>
      <button type="button" onClick={() => void run(NDJSON)}>
        Export NDJSON
      </button>
      <span role="status">{message}</span>
      {command !== null && (
        <code class="command" tabIndex={0}>
          {command}
        </code>
      )}
    </div>
  );
};
