#!/usr/bin/env bash
# Prove that the README names all that is needed: `make build` and `make test`, or the command given, as root of a
# bare Debian 12 that is made for this and deleted after. It has /proc, and no pseudo-terminals. Its mirror,
# certificates and settings of apt and pip are those of this machine.
set -euo pipefail
cd "$(dirname "$0")/.."
command=${*:-make build && make test}
needed=git,make,python3,python3-venv,ca-certificates
place=/srv/exhibit
passed='PIP_[A-Z_]*|[a-zA-Z]+_(proxy|PROXY)|SSL_CERT_(FILE|DIR)|NODE_EXTRA_CA_CERTS|PLAYWRIGHT_[A-Z_]*'

# What pip's settings name on this machine: its own files, and files and folders that it takes packages from.
# The files of an index stand beside its folder `simple`.
pip_paths() {
  local pip="python3 -m pip --disable-pip-version-check"
  { $pip config debug | sed -n 's/, exists: True$//p'; $pip config list; } 2>/dev/null |
    grep -oE "/[^ '\"]+" | sed 's|^/*|/|; s|/simple/*$||' | sort -u
}

# Bring a file or folder of this machine to the same path in the root; a large folder is seen, not copied.
bring() {
  if [ -d "$1" ]; then
    mkdir -p "$root$1" && mount --bind -o ro "$1" "$root$1"
  elif [ -f "$1" ]; then
    mkdir -p "$root${1%/*}" && cp "$1" "$root$1"
  fi
}

make_root() {
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' 'Origin: Debian' | head -n 1)
  debootstrap --variant=minbase --include="$needed" bookworm "$root" $mirror >"$root.log" || { tail "$root.log" >&2; return 1; }
  apt-config dump | grep -E '^Acquire::(https?|Check-[A-Za-z-]+)(::| )' >"$root/etc/apt/apt.conf.d/99machine" || true
  git clone --quiet --no-hardlinks . "$root$place"
}

enter() {
  mount -t proc proc "$root/proc"
  mkdir -p "$root$HOME"
  for path in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt $(pip_paths); do bring "$path"; done
  mapfile -t settings < <(env | grep -E "^($passed)=")
  exec env -i HOME="$HOME" PATH=/usr/sbin:/usr/bin:/sbin:/bin "${settings[@]}" \
    chroot "$root" sh -c "cd $place && $command" </dev/null
}

if [ "${1-}" = --enter ]; then
  root=$2 command=$3
  enter
fi
[ "$(id -u)" = 0 ] || { echo "a root of one's own needs root: sudo make root-test" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "debootstrap is missing; on Debian: apt-get install debootstrap" >&2; exit 1; }
unshare --mount true 2>/dev/null || { echo "no mounts are allowed here, and the root needs its /proc" >&2; exit 1; }
root=$(mktemp -d)
chmod 755 "$root"
trap 'rm -rf --one-file-system "$root" "$root.log"' EXIT
make_root
# What is mounted is seen by these programs alone, and gone with the last of them.
unshare --mount --pid --fork --kill-child "$PWD/tests/root.sh" --enter "$root" "$command"
