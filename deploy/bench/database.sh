#!/usr/bin/env bash
# database.sh start DIR | stop DIR: one throw-away PostgreSQL for both sides on 127.0.0.1:55432, with durable commits.
set -eu
action=$1
dir=$(mkdir -p "$2" && cd "$2" && pwd)
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)

as_postgres() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$*"; else bash -c "$*"; fi; }

case $action in
  start)
    [ "$(id -u)" != 0 ] || chown postgres "$dir"
    [ -d "$dir/pgdata" ] || as_postgres "$bin/initdb -D '$dir/pgdata' -A trust -U postgres" >"$dir/initdb.log"
    as_postgres "$bin/pg_ctl -D '$dir/pgdata' -l '$dir/pg.log' -o '-p 55432 -c listen_addresses=127.0.0.1 -c fsync=on -c synchronous_commit=on -k $dir' -w start" >/dev/null
    for database in keycloak hiboo; do
      psql -h 127.0.0.1 -p 55432 -U postgres -tc "select 1 from pg_database where datname='$database'" | grep -q 1 \
        || createdb -h 127.0.0.1 -p 55432 -U postgres "$database"
    done
    ;;
  stop) as_postgres "$bin/pg_ctl -D '$dir/pgdata' -m fast stop" >/dev/null ;;
esac
