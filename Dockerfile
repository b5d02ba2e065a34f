# ats in a container: `docker build --tag ats:local .`, then see docs/operations.md and compose.yaml.

# Compiles src/ with the development dependencies, none of which reach the image.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/setup.mjs scripts/
RUN node scripts/setup.mjs
COPY tsconfig.json ./
COPY scripts/build.mjs scripts/
COPY src ./src
RUN npm run --silent build

# The production dependencies alone. They ship prebuilt, so their install scripts have nothing to do.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim AS runtime
# tini as process 1 passes SIGTERM on and reaps what a killed extractor leaves behind.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends tini \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY migrations ./migrations
COPY --chmod=755 bin ./bin
# The database's directory belongs to the user that the image runs as (`node`, 1000), and to nobody else.
RUN ln -s /app/bin/run.js /usr/local/bin/ats \
 && install --directory --owner=1000 --group=1000 --mode=0700 /data
ENV NODE_ENV=production \
    ATS_DB=/data/jobs.db
# The directory, never the single file: SQLite keeps -wal and -shm beside it.
VOLUME /data
WORKDIR /data
USER 1000:1000
STOPSIGNAL SIGTERM
# Reads only. Until the first job or worker has made the database it is missing, hence the start period.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
  CMD ["node", "/app/bin/run.js", "queue", "stats", "--json"]
ENTRYPOINT ["tini", "--", "node", "/app/bin/run.js"]
CMD ["--help"]
