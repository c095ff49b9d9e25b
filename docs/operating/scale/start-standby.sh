#!/bin/sh
# Starts the standby of docker-compose.yml: a copy of the primary PGHOST, made when its volume is empty. Arguments are passed to postgres.
set -eu

if [ ! -e "$PGDATA/PG_VERSION" ]; then
  # An interrupted copy is made again.
  rm -rf "$PGDATA.copying"
  pg_basebackup --pgdata="$PGDATA.copying" --write-recovery-conf --slot=sessionscope_standby --checkpoint=fast
  mkdir -p "$(dirname "$PGDATA")"
  mv -T "$PGDATA.copying" "$PGDATA"
fi
exec postgres "$@"
