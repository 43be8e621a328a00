#!/bin/sh
# Brings what the tests of pages need, by name: Debian's chromium-headless-shell, and playwright and
# axe-core-python from PyPI into a folder of their own.
set -eu
folder=$1
if ! command -v chromium-headless-shell >/dev/null; then
  command -v apt-get >/dev/null || { echo "please install chromium-headless-shell"; exit 1; }
  echo "installing chromium-headless-shell"
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends \
    chromium-headless-shell python3-venv >/dev/null
fi
[ -f "$folder/ready" ] && exit 0
echo "fetching playwright and axe-core-python"
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check playwright==1.65.2 axe-core-python==0.1.0
touch "$folder/ready"
