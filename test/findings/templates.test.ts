/** Scripts that are templates: an insertion forms a word with the text around it, and is never written again. */
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';

const commit = 'mender-commit';
const install = 'mender-install';

foundCases('templates', 'provision.sh.j2', [
  {
    text: '«mender install» {{ artifact }}',
    rules: install,
    fixed: 'mender-update install {{ artifact }}',
    safety: 'safe',
  },
  { text: '«mender install» "{{ artifact }}"', rules: install, fixed: 'mender-update install "{{ artifact }}"' },
  { text: '«mender install» {{.URL}}', rules: install, fixed: 'mender-update install {{.URL}}' },
  { text: '«mender install» <%= @url %>', rules: install, fixed: 'mender-update install <%= @url %>' },
  { text: '{{ sudo }} «mender commit»', rules: commit, fixed: '{{ sudo }} mender-update commit' },
  {
    text: '{{ ssh_cmd }} {{ host }} "«mender commit»"',
    rules: commit,
    fixed: '{{ ssh_cmd }} {{ host }} "mender-update commit"',
  },
  { text: 'ssh {{ host }} "«mender commit»"', rules: commit, fixed: 'ssh {{ host }} "mender-update commit"' },
  {
    text: '«{{ bin_dir }}/mender commit»',
    rules: commit,
    fixed: '{{ bin_dir }}/mender-update commit',
  },
  { text: '{% if a %}«mender commit»{% endif %}', rules: commit, fixed: '{% if a %}mender-update commit{% endif %}' },
  {
    text: '<% if @a %>\n«mender commit»\n<% end %>\n',
    rules: commit,
    fixed: '<% if @a %>\nmender-update commit\n<% end %>\n',
  },
  {
    text: '{{ if .A }}\nsystemctl restart «mender-client»\n{{ end }}\n',
    rules: 'systemctl-control',
    fixed: '{{ if .A }}\nsystemctl restart mender-authd mender-updated\n{{ end }}\n',
  },
  { text: '«mender {{ command }}»', rules: 'mender-dynamic-command' },
  {
    text: '«mender --forcebootstrap bootstrap»; a {{ b }}',
    rules: 'mender-bootstrap',
    fixed: 'mender-auth bootstrap --forcebootstrap; a {{ b }}',
  },
  // The option must be written again, in another place.
  { text: '«mender --data {{ dir }} snapshot dump»', rules: 'mender-snapshot' },
]);

// Which branch of a template is taken is not followed.
reportedCases('branches of templates', 'provision.sh.j2', [
  '{% if client >= 4 %}\nmender-update install x\n{% else %}\n«mender install» x\n{% endif %}',
]);

quietCases('templates', 'provision.sh.j2', [
  '# {{ mender commit }}',
  '{{ mender_command }} commit',
  'echo {{ "mender commit" }}',
  'docker inspect --format "{{ .State.Status }}" mender',
  'touch /data/{{mender,device}_a,b}',
]);

foundCases('configurations with placeholders that a script replaces', 'mender.conf', [
  {
    text: '{\n  "ServerURL": SERVER_URL,\n  «"DBus": {"Enabled": true}»,\n  "RootfsPartA": PART_A\n}\n',
    rules: 'config-dbus',
    fixed: '{\n  "ServerURL": SERVER_URL,\n  "RootfsPartA": PART_A\n}\n',
  },
  { text: '{\n  "SkipVerify": «TRUE»\n}\n', rules: 'config-invalid-json' },
]);

quietCases('configurations with placeholders that a script replaces', 'mender.conf', [
  '{\n  "ServerURL": MENDER_SERVER,\n  "TenantToken": "@TOKEN@"\n}\n',
  '{ "Servers": [ FIRST_SERVER, SECOND_SERVER ] }\n',
]);
