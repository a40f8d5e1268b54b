# Sourced by ./run and ./throughline: finds the SDK and builds the product (not the tests) where sources are newer.
# After it, "$dotnet" "$app" runs the program.

say() { printf '%s\n' "$*" >&2; }

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
app="$root/artifacts/app/Throughline.dll"
stamp="$root/artifacts/app/.built"

dotnet=$(command -v dotnet || true)
[ -n "$dotnet" ] || { [ -x "$HOME/.dotnet/dotnet" ] && dotnet="$HOME/.dotnet/dotnet"; } || true
if [ -z "$dotnet" ]; then
  say "The .NET 10 SDK is missing. Install it (package dotnet-sdk-10.0, or from Microsoft), then try again."
  exit 1
fi
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

build() {
  if [ -f "$stamp" ] && [ -f "$app" ] && [ -z "$(find "$root/src" "$root/Directory.Build.props" "$root/Directory.Packages.props" -newer "$stamp" -type f -print -quit)" ]; then
    return 0
  fi
  if ! (cd "$root" && "$dotnet" --version) >/dev/null 2>&1; then
    say "This needs the .NET 10 SDK; an older one is installed. Install dotnet-sdk-10.0, then try again."
    exit 1
  fi
  say "Building Throughline (the first time takes about a minute)…"
  local log="$root/artifacts/build.log" rid
  mkdir -p "$root/artifacts"
  rid=$("$dotnet" --info | sed -n 's/^ *RID: *//p' | head -n 1)
  # Compiled ahead of time for this machine, so that it starts in a second; where no such compiler is to be had, without.
  if ! publish -r "${rid:-linux-x64}" --no-self-contained >"$log" 2>&1; then
    if ! grep -qE 'NU1101|NU1102|NETSDK1094' "$log" || ! publish -p:PublishReadyToRun=false >"$log" 2>&1; then
      say "The build failed. The last lines of $log:"
      tail -n 12 "$log" >&2
      exit 1
    fi
  fi
  touch "$stamp"
}

# Without the analyzers, which ./test runs: they take longer than all the rest.
publish() {
  "$dotnet" publish "$root/src/Throughline" -c Release -o "$root/artifacts/app" --nologo -p:RunAnalyzers=false "$@"
}

build
