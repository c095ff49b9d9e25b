import { asFields } from '../fields.ts';
import type { Inner, Wrapper } from './wrapper.ts';

/**
 * Documents of Elasticsearch and OpenSearch: the hits that a search returns, and the lines of elasticdump and of Kibana's exports.
 * https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-search · https://github.com/elasticsearch-dump/elasticsearch-dump
 */
export const ELASTICSEARCH: readonly Wrapper[] = [
  {
    name: 'Elasticsearch hit',
    of: 'OBJECT',
    marks: ['_source'],
    open: ({ _source: source }) =>
      typeof source === 'object' && source !== null ? [{ value: source }] : null,
  },
  {
    name: 'Elasticsearch hit without its document',
    of: 'OBJECT',
    marks: ['_index', '_id'],
    open: (hit) =>
      Object.hasOwn(hit, 'fields')
        ? { reason: 'a hit of Elasticsearch with only fields: search with _source, and import that' }
        : null,
  },
  {
    name: 'Elasticsearch response',
    of: 'OBJECT',
    marks: ['hits'],
    open: ({ hits }) => {
      if (Array.isArray(hits)) return openList(hits);
      const { hits: list, events, sequences } = asFields(hits);
      // EQL returns events, or sequences of them.
      return openList(list) ?? openList(events) ?? openList(sequences);
    },
  },
  ...['responses', 'docs', 'events'].map((mark): Wrapper => ({
    // The answers of _msearch and _mget, and a sequence of EQL.
    name: `Elasticsearch, ${mark}`,
    of: 'OBJECT',
    marks: [mark],
    open: ({ [mark]: list }) =>
      Array.isArray(list) && list.some((one) => RESULTS.some((name) => Object.hasOwn(asFields(one), name)))
        ? openList(list)
        : null,
  })),
  // https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk
  ...['index', 'create', 'update', 'delete'].map((mark): Wrapper => ({
    name: `Elasticsearch, ${mark} of _bulk`,
    of: 'OBJECT',
    marks: [mark],
    open: (line) => (Object.keys(line).length === 1 && isBulkAction(line[mark]) ? [] : null),
  })),
  {
    name: 'Elasticsearch, the document of an update',
    of: 'OBJECT',
    marks: ['doc'],
    open: ({ doc, ...others }) =>
      typeof doc === 'object' && doc !== null && Object.keys(others).every((name) => UPDATE_OPTIONS.has(name))
        ? [{ value: doc }]
        : null,
  },
  {
    name: "Kibana's response",
    of: 'OBJECT',
    marks: ['rawResponse'],
    open: ({ rawResponse }) =>
      Object.hasOwn(asFields(rawResponse), 'hits') ? [{ value: rawResponse }] : null,
  },
];

const openList = (list: unknown): readonly Inner[] | null =>
  Array.isArray(list) ? list.map((value: unknown) => ({ value })) : null;

/** A member of each answer to a search, and of each document. */
const RESULTS = ['hits', '_source'];

const isBulkAction = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).every((name) => BULK_OPTIONS.test(name));

/** `_index`, `_id` and, in older versions, `_type`, and the options of an action. */
const BULK_OPTIONS =
  /^(?:_\w+|pipeline|routing|version|version_type|if_seq_no|if_primary_term|require_alias|require_data_stream|retry_on_conflict|dynamic_templates|list_executed_pipelines)$/;
const UPDATE_OPTIONS = new Set(['doc_as_upsert', 'detect_noop', 'upsert', '_source']);
