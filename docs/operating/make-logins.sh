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

# The standby of the profile scale copies the server, and then streams its log. The slot keeps what the standby has not received yet.
[ -n "${POSTGRES_STANDBY_PASSWORD:-}" ] || exit 0
access=$(
  psql --set=ON_ERROR_STOP=1 --no-psqlrc --quiet --tuples-only --no-align --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
    --set=password="$POSTGRES_STANDBY_PASSWORD" << 'SQL'
select 'create role sessionscope_standby_login replication login' where to_regrole('sessionscope_standby_login') is null \gexec
alter role sessionscope_standby_login password :'password';
select from pg_create_physical_replication_slot('sessionscope_standby')
where not exists (select from pg_replication_slots where slot_name = 'sessionscope_standby');
show hba_file
SQL
)
line='host replication sessionscope_standby_login all scram-sha-256'
grep -qxF "$line" "$access" || echo "$line" >> "$access"
psql --no-psqlrc --quiet --output=/dev/null --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" --command='select pg_reload_conf()'
