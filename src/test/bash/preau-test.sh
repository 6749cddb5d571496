#!/usr/bin/env bash
# What the script says when something is in the way; nothing here builds or starts anything. Run by PreauScriptTest.
set -uo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)"
WORK="$ROOT/target/script test é"
PORT_FREE="${PORT_FREE:?a free port}"
PORT_TAKEN="${PORT_TAKEN:?a port that something listens on}"
FAILED=0
OUT=''

rm -rf "$WORK"
mkdir -p "$WORK/home" "$WORK/bare" "$WORK/full" "$WORK/temporary"

# A machine with the plain tools and nothing of ours: no JDK, Maven, Node, browser, package manager.
for tool in bash sh cat grep sed head tail tr df awk find xargs sort cksum sha256sum cut dirname basename mkdir rm mv cp uname id date sleep env readlink wc touch; do
  path="$(command -v "$tool" || true)"
  [ -z "$path" ] || ln -s "$path" "$WORK/bare/$tool"
done
# A machine with a full disk.
printf '#!/bin/sh\necho Filesystem blocks used free\necho disk 1000 999 1\n' >"$WORK/full/df"
chmod +x "$WORK/full/df"

check() { # what, expected exit, words that must be said
  local what="$1" expected="$2" words="$3"
  # no pipe into grep -q: it stops reading at the first match, and who writes then fails
  if [ "$STATUS" -ne "$expected" ] || [[ "$OUT" != *"$words"* ]]; then
    FAILED=$((FAILED + 1))
    printf 'FAILED: %s\n  exit %s, expected %s; words expected: %s\n  said: %s\n' "$what" "$STATUS" "$expected" "$words" "$OUT"
  fi
}

preau() { # VAR=value ... -- arguments
  local settings=()
  while [ "$1" != -- ]; do
    settings+=("$1")
    shift
  done
  shift
  OUT="$(env PREAU_HOME="$WORK/home" PORT="$PORT_FREE" "${settings[@]+"${settings[@]}"}" "$BASH" "$ROOT/preau" "$@" 2>&1 </dev/null)"
  STATUS=$?
}

outside_temporary() {
  case "$ROOT/" in
    /tmp/* | /var/tmp/* | "${TMPDIR:-/tmp}"/*) return 1 ;;
  esac
}

preau -- help
check 'help says what there is' 0 './preau doctor'
preau -- fly
check 'an unknown command' 1 'ne connaît pas « fly »'
preau -- run --frsh
check 'a mistyped option' 1 'ne connaît pas « --frsh »'

preau PORT=abc -- run
check 'a port that is no number' 1 'PORT doit être un nombre'
preau PORT=70000 -- run
check 'a port that is too high' 1 'PORT doit être un nombre'
preau PORT="$PORT_TAKEN" -- run
check 'a port that is taken' 1 "PORT=$((PORT_TAKEN + 1)) ./preau run"
preau PORT="$PORT_TAKEN" -- doctor
check 'the doctor sees it too' 1 'déjà pris'

preau PREAU_HOME=/tmp/preau-script-test -- run
check 'data in the temporary folder' 1 'dossier temporaire'
preau TMPDIR="$WORK/temporary" PREAU_HOME="$WORK/temporary/a/b" -- run
check 'data in a temporary folder of the user' 1 'dossier temporaire'
ln -s "$WORK/temporary" "$WORK/link"
preau TMPDIR="$WORK/temporary" PREAU_HOME="$WORK/link/a" -- run
check 'data in the temporary folder behind a link' 1 'dossier temporaire'
[ ! -e "$WORK/temporary/a" ] || { FAILED=$((FAILED + 1)); echo 'FAILED: a refused folder was made'; }

if outside_temporary; then
  : >"$WORK/file"
  preau PREAU_HOME="$WORK/file/below" -- run
  check 'a folder that cannot be made' 1 'ne peut pas écrire'
  preau PATH="$WORK/full:$PATH" -- run
  check 'a full disk' 1 'Le disque est presque plein'
  if [ "$(id -u)" -eq 0 ]; then
    preau -- doctor
    check 'root is told, not refused' 0 'Vous êtes « root »'
  fi
  preau PATH="$WORK/bare" JAVA_HOME="$JAVA_HOME" -- test
  check 'no Maven' 1 'Il manque Maven'
fi

ln -s "$(type -P true)" "$WORK/bare/mvn"
preau PATH="$WORK/bare" JAVA_HOME="$JAVA_HOME" CI=true -- test
check 'no browser on a build machine is a failure' 1 'Il manque un navigateur'
preau PATH="$WORK/bare" JAVA_HOME="$JAVA_HOME" CI= -- test
check 'no browser elsewhere is said before the tests' 0 'apt-get install chromium'
printf '#!/bin/sh\n' >"$WORK/bare/chromium"
chmod +x "$WORK/bare/chromium"
preau PATH="$WORK/bare" JAVA_HOME="$JAVA_HOME" CI=true -- test
check 'no judge of scripts on a build machine is a failure' 1 'Il manque shellcheck'
preau PATH="$WORK/bare" JAVA_HOME="$JAVA_HOME" CI= -- test
check 'no judge of scripts elsewhere is said before the tests' 0 'apt-get install shellcheck'
rm "$WORK/bare/chromium"
preau PREAU_CHROMIUM=/nowhere -- test
check 'a browser that is not there' 1 'PREAU_CHROMIUM'

# A folder named JAVA_HOME that is too old is passed over for a better one; a wrong one does not stop the script.
mkdir -p "$WORK/jdk17/bin"
printf 'JAVA_VERSION="17.0.1"\n' >"$WORK/jdk17/release"
ln -s "$(type -P true)" "$WORK/jdk17/bin/java"
ln -s "$(type -P true)" "$WORK/jdk17/bin/javac"
mkdir -p "$WORK/user/.jdks"
cp -R "$WORK/jdk17" "$WORK/user/.jdks/new"
printf 'JAVA_VERSION="99.0.1"\n' >"$WORK/user/.jdks/new/release"
preau HOME="$WORK/user" PATH="$WORK/bare" JAVA_HOME="$WORK/jdk17" XDG_CACHE_HOME= -- doctor
check 'an old JAVA_HOME is passed over' 0 "JDK 99 : $WORK/user/.jdks/new"

rm -rf "$WORK"
if [ "$FAILED" -gt 0 ]; then
  printf '%s failed\n' "$FAILED"
  exit 1
fi
echo 'all is said as it should be'
