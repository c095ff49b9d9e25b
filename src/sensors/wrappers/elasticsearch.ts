import { asFields } from '../fields.ts';
import type { Wrapper } from './wrapper.ts';

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
    open: (response) => {
      const { hits } = response;
      const list = Array.isArray(hits) ? hits : asFields(hits)['hits'];
      return Array.isArray(list) ? list.map((value: unknown) => ({ value })) : null;
    },
  },
  {
    name: "Kibana's response",
    of: 'OBJECT',
    marks: ['rawResponse'],
    open: ({ rawResponse }) =>
      Object.hasOwn(asFields(rawResponse), 'hits') ? [{ value: rawResponse }] : null,
  },
];
