/** Blocks of Markdown without a language: which lines are commands. */
import { quietCases, reportedCases } from '../support/cases.ts';

const block = (...lines: readonly string[]) => `# Title\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;

reportedCases(
  'lines that are plainly commands',
  'README.md',
  [
    ['«mender setup» --device-type raspberrypi4'],
    ['sudo «mender setup» --device-type x --demo'],
    ['«mender snapshot» dump > rootfs.img'],
    ['«mender --log-level debug install» x'],
    ['sudo apt-get install «mender-client»'],
    ['sudo dpkg -i «mender-client_2.3.0-1_armhf.deb»'],
    ['«service mender-client restart»'],
    ['ssh root@dev «mender install» /data/x.mender'],
    ['ssh -p 8822 -o StrictHostKeyChecking=no root@dev «mender commit»'],
    ['ssh dev "«mender commit»"'],
    ['docker exec -it client «mender commit»'],
    ['cd /data', '«mender install» x.mender', 'reboot'],
    ['wget https://x/y.mender', 'sudo «mender install» y.mender'],
    ['ID=dev1', 'ssh $ID «mender commit»'],
    ['for d in a b; do', '  ssh root@$d «mender commit»', 'done'],
    ['cat > /etc/a <<EOF', 'the mender is here', 'EOF', '«mender commit»'],
    ['git clone https://github.com/a/b', 'cd b', '«mender commit»'],
    ['sudo systemctl stop «mender-client» &&', '  sudo «mender rollback»'],
  ].map(lines => block(...lines)),
);

quietCases(
  'lines that are sentences, or were printed',
  'README.md',
  [
    ['mender install failed'],
    ['mender install fails when the disk is full'],
    ['mender setup asks for --device-type'],
    ['mender --help prints usage'],
    ['mender --no-syslog daemon starts'],
    ['mender commit makes it permanent'],
    ['mender commit finished'],
    ['systemctl restart mender-client failed'],
    ['service mender-client restart failed'],
    ['service mender-client failed to start'],
    ['apt-get install mender-client is gone'],
    ['install mender-client'],
    ['make sure that', 'mender commit'],
    ['cat is an animal', 'mender commit'],
    ['ssh root@dev prints', 'mender commit'],
    ['Installing', 'mender commit'],
    ['cd /data', 'Loading configuration', 'mender commit'],
    ['# mount /dev/sda1', 'mender-update commit'],
    ['mender commit.'],
  ].map(lines => block(...lines)),
);
