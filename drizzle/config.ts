import { defineConfig } from 'drizzle-kit';

export const config = defineConfig({
  dialect: 'postgresql',
  schema: ['./src/db/tables.ts', './src/db/nameTables.ts', './src/db/administrationTables.ts'],
  out: './drizzle',
});

// drizzle-kit reads the default export.
export default config;
