#!/bin/sh
# Starts PgBouncer with the configuration $1 and the logins of make-logins.sh, whose passwords it writes into a file that only it can read.
set -eu
umask 077

cat > /tmp/users.txt << USERS
"sessionscope_reader_login" "$POSTGRES_READER_PASSWORD"
"sessionscope_writer_login" "$POSTGRES_WRITER_PASSWORD"
USERS
exec pgbouncer "$1"
