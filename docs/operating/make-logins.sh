#!/bin/sh
# Makes the logins with which the API of docker-compose.yml reads and writes, or sets their passwords again. Postgres' image runs it
# when its volume is new; docs/operating.md says when to run it again.
set -eu

psql --set=ON_ERROR_STOP=1 --no-psqlrc --quiet --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=reader_password="$POSTGRES_READER_PASSWORD" --set=writer_password="$POSTGRES_WRITER_PASSWORD" << 'SQL'
select format('create role %I nologin', name) from unnest(array['sessionscope_reader', 'sessionscope_writer']) name
where to_regrole(name) is null \gexec
select format('create role %I login in role %I', role || '_login', role)
from unnest(array['sessionscope_reader', 'sessionscope_writer']) role
where to_regrole(role || '_login') is null \gexec
alter role sessionscope_reader_login password :'reader_password';
alter role sessionscope_writer_login password :'writer_password';
SQL
