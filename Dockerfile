# The API without a database of its own: DATABASE_URL names the Postgres. The image has a bundle of the sources, so it needs none of the
# optional packages (esbuild's compiler and the embedded Postgres).
FROM node:24-slim AS bundle
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY src src
RUN node src/bundle/prepare.js

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json schema.graphql LICENSE ./
COPY drizzle drizzle
COPY src src
# The name of a bundle is a digest of src and package.json, which are the same here.
COPY --from=bundle /app/.bundle .bundle
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "const tls = Boolean(process.env.TLS_CERT_FILE); if (tls) process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; fetch((tls ? 'https' : 'http') + '://127.0.0.1:' + process.env.PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The exec form: SIGTERM reaches node itself, which lets requests in flight finish.
CMD ["node", "--max-semi-space-size=32", "--min-semi-space-size=32", "src/cli.js", "start"]
