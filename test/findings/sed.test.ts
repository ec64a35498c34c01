/** Texts that sed puts into units, configurations and scripts. */
import { foundCases, quietCases } from '../support/cases.ts';

const script = 'script.sh';

quietCases('sed writes nothing old', script, [
  "sed -i 's/mender-client/mender-updated/g' /etc/systemd/system/product.service",
  'sed -i "s|{|{ \\"HttpsClient\\": { \\"Key\\": \\"/etc/k\\" },|" /etc/mender/mender.conf',
  "sed -i '/UpdatePollIntervalSeconds/s/[0-9]\\+/1800/' /etc/mender/mender.conf",
  'sed -i \'/"ClientProtocol"/d\' /etc/mender/mender.conf',
  "sed 's|^ExecStart=.*|ExecStart=/usr/bin/mender daemon|' /etc/systemd/system/x.service",
  "sed -n '/mender/p' /var/log/syslog",
  "sed -i 's/exit 0/mender commit\\nexit 0/' /etc/rc.local",
  'sed -i "s/User=root/User=mender/" /etc/systemd/system/x.service',
  'sed -i "s|ExecStart=/usr/bin/mender daemon|ExecStart=/usr/bin/mender-update daemon|" /etc/systemd/system/x.service',
  'sed -i "s|^ExecStart=.*|ExecStart=$MENDER daemon|" /etc/systemd/system/x.service',
  'sed -i "s/^After=.*/After=mender-client.service/w out" /etc/systemd/system/x.service',
  "sed -Ei 's/^#?(After=).*/\\1mender-client.service/' /etc/systemd/system/x.service",
  "sed -i 's/mender-client/&.old/' /etc/systemd/system/x.service",
  "sed -i '/After=mender-client.service/d' /etc/systemd/system/x.service",
  "sed -i 's/x/mender commit/' /usr/bin/product.sh",
  "if command -v mender-update; then a; else sed -i 's/^After=.*/After=mender-client.service/' /etc/systemd/system/x.service; fi",
]);

foundCases('text that sed writes', script, [
  {
    text: "sed -i 's|^DAEMON=.*|DAEMON=«/usr/bin/mender»|' /etc/init.d/product",
    rules: 'binary-path',
    fixed: "sed -i 's|^DAEMON=.*|DAEMON=/usr/bin/mender-update|' /etc/init.d/product",
  },
  {
    text: 'sed -i "s|ExecStart=.*|ExecStart=«/usr/bin/mender --log-level debug daemon»|" «/lib/systemd/system/mender-client.service»',
    rules: ['mender-daemon', 'unit-file-path'],
    fixed:
      'sed -i "s|ExecStart=.*|ExecStart=/usr/bin/mender --log-level debug daemon|" /lib/systemd/system/mender-authd.service /lib/systemd/system/mender-updated.service',
  },
  {
    text: 'sed -i "s|ExecStart=.*|ExecStart=«/usr/bin/mender --log-level $L daemon»|" "$ROOT/etc/systemd/system/product.service"',
    rules: 'mender-daemon',
  },
  {
    text: "sed -i 's/^After=.*/After=network.target «mender-client.service»/' /etc/systemd/system/product.service",
    rules: 'unit-ordering',
    fixed:
      "sed -i 's/^After=.*/After=network.target mender-authd.service mender-updated.service/' /etc/systemd/system/product.service",
  },
  {
    text: "sed -i 's/^After=/&«mender-client.service» /' /etc/systemd/system/product.service",
    rules: 'unit-ordering',
    fixed: "sed -i 's/^After=/&mender-authd.service mender-updated.service /' /etc/systemd/system/product.service",
  },
  {
    text: "sed -i -e 's/^\\(After=\\).*/\\1«mender-client.service»/' /etc/systemd/system/product.service",
    rules: 'unit-ordering',
    fixed:
      "sed -i -e 's/^\\(After=\\).*/\\1mender-authd.service mender-updated.service/' /etc/systemd/system/product.service",
  },
  {
    text: "sed -i -E 's/^(Requires=).*/\\1«mender-client.service»/;s/x/y/' /etc/systemd/system/product.service",
    rules: 'unit-requires',
    fixed: "sed -i -E 's/^(Requires=).*/\\1mender-authd.service/;s/x/y/' /etc/systemd/system/product.service",
  },
  {
    text: "sed -i '/^\\[Service\\]/a ExecStartPre=«/usr/bin/mender show-artifact»' /etc/systemd/system/product.service",
    rules: 'mender-show-artifact',
    fixed:
      "sed -i '/^\\[Service\\]/a ExecStartPre=/usr/bin/mender-update show-artifact' /etc/systemd/system/product.service",
  },
  {
    text: "sed -i '/\\[Unit\\]/a\\\nAfter=«mender-client.service»\\\nWants=«mender-client.service»' /etc/systemd/system/product.service",
    rules: ['unit-ordering', 'unit-wants'],
    fixed:
      "sed -i '/\\[Unit\\]/a\\\nAfter=mender-authd.service mender-updated.service\\\nWants=mender-authd.service mender-updated.service' /etc/systemd/system/product.service",
  },
  {
    text: "sed -i 's/mender-client/mender-updated/g' «/etc/systemd/system/mender-client.service»",
    rules: 'unit-file-path',
    fixed:
      "sed -i 's/mender-client/mender-updated/g' /etc/systemd/system/mender-authd.service /etc/systemd/system/mender-updated.service",
  },
  {
    text: 'sed -i \'s/"ServerURL": .*/«"ClientProtocol": "https"»,/\' /etc/mender/mender.conf',
    rules: 'config-client-protocol',
  },
  {
    text: 'sed -i \'/ServerURL/a «"UpdateControlMapExpirationTimeSeconds": 90»,\' /etc/mender/mender.conf',
    rules: 'config-control-map-expiry',
  },
  {
    text: "sed 's|@BIN@|/usr/bin/mender|;s|^ExecStart=.*|ExecStart=«/usr/bin/mender daemon»|' x.in > /etc/systemd/system/x.service",
    rules: 'mender-daemon',
  },
  {
    text: "sed -i '/^exit 0/i «mender commit»' /etc/init.d/product.sh",
    rules: 'mender-commit',
    fixed: "sed -i '/^exit 0/i mender-update commit' /etc/init.d/product.sh",
  },
  {
    text: "sed -i '$a «mender commit»' /usr/bin/product.sh",
    rules: 'mender-commit',
    fixed: "sed -i '$a mender-update commit' /usr/bin/product.sh",
  },
  {
    text: "sed -i.bak 's#^ExecStart=.*#ExecStart=«/usr/bin/mender -daemon»#' /etc/systemd/system/x.service",
    rules: 'mender-daemon',
  },
  {
    text: 'sed -i "s/@VERSION@/$(«mender show-artifact»)/" /etc/issue',
    rules: 'mender-show-artifact',
    fixed: 'sed -i "s/@VERSION@/$(mender-update show-artifact)/" /etc/issue',
  },
  {
    text: 'sed -i \'s|^ExecStart=.*|ExecStart=/bin/sh -c "«mender commit» \\&\\& echo done"|\' /etc/systemd/system/x.service',
    rules: 'mender-commit',
    fixed:
      'sed -i \'s|^ExecStart=.*|ExecStart=/bin/sh -c "mender-update commit \\&\\& echo done"|\' /etc/systemd/system/x.service',
  },
  {
    text: 'sed -i -f fix.sed «/etc/systemd/system/mender-client.service»',
    rules: 'unit-file-path',
    fixed: 'sed -i -f fix.sed /etc/systemd/system/mender-authd.service /etc/systemd/system/mender-updated.service',
  },
  {
    text: "sed --in-place=.orig --expression='s/^After=.*/After=«mender-client.service»/' /etc/systemd/system/x.service",
    rules: 'unit-ordering',
    fixed:
      "sed --in-place=.orig --expression='s/^After=.*/After=mender-authd.service mender-updated.service/' /etc/systemd/system/x.service",
  },
  {
    text: "sudo sed -i 's/^After=.*/After=«mender-client.service»/' /etc/systemd/system/x.service",
    rules: 'unit-ordering',
    fixed: "sudo sed -i 's/^After=.*/After=mender-authd.service mender-updated.service/' /etc/systemd/system/x.service",
  },
  {
    text: "sed -i 's/^\\(.*\\)$/After=\\1 «mender-client.service»/' /etc/systemd/system/x.service",
    rules: 'unit-ordering',
    fixed: "sed -i 's/^\\(.*\\)$/After=\\1 mender-authd.service mender-updated.service/' /etc/systemd/system/x.service",
  },
  {
    text: "sed -i '1,/x/!s/^After=.*/After=«mender-client.service»/' /etc/systemd/system/x.service",
    rules: 'unit-ordering',
    fixed:
      "sed -i '1,/x/!s/^After=.*/After=mender-authd.service mender-updated.service/' /etc/systemd/system/x.service",
  },
  {
    text: "sed -i 's/^Before=[/].*/Before=«mender-client.service»/' /etc/systemd/system/x.service",
    rules: 'unit-ordering',
    fixed: "sed -i 's/^Before=[/].*/Before=mender-authd.service mender-updated.service/' /etc/systemd/system/x.service",
  },
  {
    text: "sed -i 's/^x.*$/«mender commit»/' /usr/bin/product.sh",
    rules: 'mender-commit',
    fixed: "sed -i 's/^x.*$/mender-update commit/' /usr/bin/product.sh",
  },
  {
    text: "sed -i 's|^DAEMON=.*|DAEMON=«/usr/bin/mender»|' /etc/init.d/product",
    rules: 'binary-path',
    fixed: "sed -i 's|^DAEMON=.*|DAEMON=/usr/bin/mender-update|' /etc/init.d/product",
    safety: 'review',
  },
]);
