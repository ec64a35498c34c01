/** Scripts that a shell reads from its input, and files that a script writes. */
import { foundCases, quietCases } from '../support/cases.ts';

const script = 'script.sh';
const commit = 'mender-commit';
const show = 'mender-show-artifact';

foundCases('scripts without a first line, known by their path', script, [
  {
    text: 'echo "«/usr/bin/mender commit»" >> /etc/rc.local',
    rules: commit,
    fixed: 'echo "/usr/bin/mender-update commit" >> /etc/rc.local',
  },
  {
    text: 'cat >> "$ROOT/etc/profile" <<EOF\n«mender show-artifact»\nEOF\n',
    rules: show,
    fixed: 'cat >> "$ROOT/etc/profile" <<EOF\nmender-update show-artifact\nEOF\n',
  },
]);

foundCases('scripts that come in', script, [
  ...[
    "ssh host <<'EOF'\n«mender commit»\nEOF\n",
    'ssh -t root@host bash -s <<EOF\n«mender commit»\nEOF\n',
    "ssh host 'bash -s' <<EOF\n«mender commit»\nEOF\n",
    'bash -s -- a b <<EOF\n«mender commit»\nEOF\n',
    'sudo bash <<EOF\n«mender commit»\nEOF\n',
    'sudo -s <<EOF\n«mender commit»\nEOF\n',
    'sudo sh -e -x <<-EOF\n\tif a; then\n\t\t«mender commit»\n\tfi\n\tEOF\n',
    'chroot /mnt <<EOF\n«mender commit»\nEOF\n',
    'chroot /mnt /bin/bash <<EOF\n«mender commit»\nEOF\n',
    'docker exec -i box sh <<EOF\n«mender commit»\nEOF\n',
    'su - root <<EOF\n«mender commit»\nEOF\n',
    'at now + 5 minutes <<EOF\n«mender commit»\nEOF\n',
    'sshpass -p x ssh host <<EOF\n«mender commit»\nEOF\n',
    'cat <<EOF | ssh host\n«mender commit»\nEOF\n',
    'bash <<< "«mender commit»"',
    'at now <<< "«mender commit»"',
    'echo "«mender commit»" | at now',
    'echo «mender commit» | batch',
    'echo "a; «mender commit»" | sudo sh',
    "printf 'a\\n«mender commit»\\n' | ssh host",
    "printf '%s\\n' '«mender commit»' | ssh host",
  ].map(text => ({ text, rules: commit, fixed: text.replace('«mender commit»', 'mender-update commit') })),
  {
    text: 'ssh host <<EOF\n  x=\\$(«mender show-artifact»)\n  y=$(«mender show-artifact»)\n  z=\\`«mender show-artifact»\\`\nEOF\n',
    rules: [show, show, show],
    fixed:
      'ssh host <<EOF\n  x=\\$(mender-update show-artifact)\n  y=$(mender-update show-artifact)\n  z=\\`mender-update show-artifact\\`\nEOF\n',
  },
  {
    text: 'ssh host <<EOF\r\n«mender commit»\r\nEOF\r\n',
    rules: commit,
    fixed: 'ssh host <<EOF\r\nmender-update commit\r\nEOF\r\n',
  },
]);

foundCases('units that are written', script, [
  {
    text: 'cat > /etc/systemd/system/x.service <<EOF\n[Unit]\nAfter=«mender-client.service»\n[Service]\nExecStart=«/usr/bin/mender --no-syslog daemon»\nEOF\n',
    rules: ['unit-ordering', 'mender-daemon'],
    fixed:
      'cat > /etc/systemd/system/x.service <<EOF\n[Unit]\nWants=mender-authd.service\nAfter=mender-authd.service mender-updated.service\n[Service]\nExecStart=/usr/bin/mender-update daemon\nEOF\n',
  },
  ...[
    'tee /etc/systemd/system/x.service <<EOF',
    'cat <<EOF | sudo tee /etc/systemd/system/x.service >/dev/null',
    'cat <<EOF >"$D/x.service"',
    'U=/etc/systemd/system/x.service\ncat >>$U <<EOF',
    "sudo bash -c 'cat > /etc/systemd/system/x.service' <<EOF",
    'cat > "$F" <<EOF',
    'mkdir -p a && cat > a/x.service.d/b.conf <<EOF',
  ].map(line => ({
    text: `${line}\n[Service]\nExecStart=«\${BINDIR}/mender commit»\nEOF\n`,
    rules: commit,
    fixed: `${line}\n[Service]\nExecStart=\${BINDIR}/mender-update commit\nEOF\n`,
  })),
  {
    text: 'echo "ExecStart=«/usr/bin/mender commit»" >> /lib/systemd/system/x.service',
    rules: commit,
    fixed: 'echo "ExecStart=/usr/bin/mender-update commit" >> /lib/systemd/system/x.service',
  },
  {
    text: "printf '[Service]\\nExecStart=«/usr/bin/mender commit»\\n' > x.service",
    rules: commit,
    fixed: "printf '[Service]\\nExecStart=/usr/bin/mender-update commit\\n' > x.service",
  },
  {
    text: "cat <<-'EOF' > x.service\n\t[Service]\n\tExecStart=«/usr/bin/mender commit»\n\tEOF\n",
    rules: commit,
    fixed: "cat <<-'EOF' > x.service\n\t[Service]\n\tExecStart=/usr/bin/mender-update commit\n\tEOF\n",
  },
]);

foundCases('scripts that are written', script, [
  {
    text: "cat > /usr/bin/x <<'EOF'\n#!/bin/sh\n«mender commit»\nEOF\n",
    rules: commit,
    fixed: "cat > /usr/bin/x <<'EOF'\n#!/bin/sh\nmender-update commit\nEOF\n",
  },
  {
    text: 'cat > x.sh <<EOF\necho "\\$(«mender show-artifact») \\\\"\nEOF\n',
    rules: show,
    fixed: 'cat > x.sh <<EOF\necho "\\$(mender-update show-artifact) \\\\"\nEOF\n',
  },
  {
    text: "cat > /etc/mender/scripts/ArtifactInstall_Enter_00 <<'EOF'\n«mender show-artifact»\nEOF\n",
    rules: show,
    fixed: "cat > /etc/mender/scripts/ArtifactInstall_Enter_00 <<'EOF'\nmender-update show-artifact\nEOF\n",
  },
]);

foundCases('configurations that are written', script, [
  {
    text: 'cat > /etc/mender/mender.conf <<EOF\n{\n  "ServerURL": "$URL",\n  «"Connectivity": { "Disable": true }»,\n  "TenantToken": "$(cat token)"\n}\nEOF\n',
    rules: 'config-connectivity',
    fixed: 'cat > /etc/mender/mender.conf <<EOF\n{\n  "ServerURL": "$URL",\n  "TenantToken": "$(cat token)"\n}\nEOF\n',
  },
  {
    text: 'echo \'{ «"DaemonLogLevel": "warn"» }\' | sudo tee /etc/mender/mender.conf',
    rules: 'config-daemon-log-level',
    fixed: 'echo \'{ "DaemonLogLevel": "warning" }\' | sudo tee /etc/mender/mender.conf',
  },
]);

quietCases('texts that are not calls', script, [
  'cat > README.md <<EOF\nmender commit\nEOF\n',
  'cat <<EOF\n#!/bin/sh\nmender commit\nEOF\n',
  'echo "mender commit" | mail root',
  'echo "mender commit" | ssh host "cat >> log"',
  'ssh host cat <<EOF\nmender commit\nEOF\n',
  'bash script.sh <<EOF\nmender commit\nEOF\n',
  'bash -c "read x" <<EOF\nmender commit\nEOF\n',
  'at -l <<EOF\nmender commit\nEOF\n',
  'while read x; do :; done <<EOF\nmender commit\nEOF\n',
  'cat >> /etc/mender/mender.conf <<EOF\n  "A": 1,\nEOF\n',
  'cat > /etc/mender/mender.conf <<EOF\n{ "UpdatePollIntervalSeconds": $POLL, "DaemonLogLevel": "$LEVEL" }\nEOF\n',
  'cat > x.service <<EOF\n[Unit]\nAfter=mender-authd.service\nEOF\n',
  'cat > mender-client.service <<EOF\n[Unit]\nDescription=Mender\nEOF\n',
  'if command -v mender-update; then\ncat > x.service <<EOF\n[Service]\nExecStart=/usr/bin/mender-update daemon\nEOF\nelse\ncat > x.service <<EOF\n[Service]\nExecStart=/usr/bin/mender daemon\nEOF\nfi',
]);
