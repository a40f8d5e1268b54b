# Sourced by ./test: a browser, a writer of Word files, a PostgreSQL server of its own, and the shared files where they lie beside the checkout.
# What cannot be had is named in skips.

skips=()
postgres_folder=""

install() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
  apt-get install -y -qq "$@" >/dev/null 2>&1 || { apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq "$@" >/dev/null 2>&1; }
}

find_chromium() {
  if ! command -v chromium >/dev/null; then
    echo "Installing chromium…"
    install chromium
  fi
  if command -v chromium >/dev/null; then
    export THROUGHLINE_TEST_CHROMIUM=$(command -v chromium)
  else
    skips+=("browser tests, because chromium could not be installed")
  fi
}

find_office() {
  if ! command -v soffice >/dev/null; then
    echo "Installing LibreOffice Writer…"
    install --no-install-recommends libreoffice-writer-nogui
  fi
  if command -v soffice >/dev/null; then
    export THROUGHLINE_TEST_OFFICE=$(command -v soffice)
  else
    skips+=("plans opened by LibreOffice, because it could not be installed")
  fi
}

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

start_postgres() {
  [ -n "${THROUGHLINE_TEST_POSTGRES:-}" ] && return 0
  if [ -z "$(postgres_bin)" ]; then
    echo "Installing PostgreSQL…"
    install postgresql
  fi
  local bin user=""
  bin=$(postgres_bin)
  if [ -z "$bin" ]; then
    skips+=("tests on PostgreSQL, because it could not be installed")
    return 0
  fi
  # The server refuses to run as root, so it runs as its own user there.
  [ "$(id -u)" -eq 0 ] && user="runuser -u postgres --"
  postgres_folder=$(mktemp -d)
  [ -n "$user" ] && chown postgres "$postgres_folder"
  local port=$((20000 + RANDOM % 20000))
  if (cd "$postgres_folder" && $user "$bin/initdb" -D "$postgres_folder/data" -U throughline -A trust -E UTF8 --no-sync \
      && $user "$bin/pg_ctl" -D "$postgres_folder/data" -w -l "$postgres_folder/log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_folder -c fsync=off" start) >"$postgres_folder.out" 2>&1; then
    export THROUGHLINE_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=throughline;Database=postgres"
  else
    tail -n 5 "$postgres_folder.out" >&2
    skips+=("tests on PostgreSQL, because the server did not start")
  fi
}

find_shared() {
  local folder="$PWD/../shared"
  if [ -d "$folder/data" ]; then
    export THROUGHLINE_SHARED=$(cd "$folder" && pwd)
  else
    skips+=("tests on published files, because ../shared is not there")
  fi
}

stop_services() {
  if [ -n "$postgres_folder" ]; then
    local user=""
    [ "$(id -u)" -eq 0 ] && user="runuser -u postgres --"
    (cd / && $user "$(postgres_bin)/pg_ctl" -D "$postgres_folder/data" -m immediate stop) >/dev/null 2>&1
    rm -rf "$postgres_folder" "$postgres_folder.out"
  fi
}
