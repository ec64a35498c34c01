/** Makefiles and Buildroot packages. */
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';

foundCases('recipes of a makefile', 'Makefile', [
  { text: 'all:\n\t«mender commit»\n', rules: 'mender-commit', fixed: 'all:\n\tmender-update commit\n' },
  { text: 'all:\n\t@-«mender commit»\n', rules: 'mender-commit', fixed: 'all:\n\t@-mender-update commit\n' },
  { text: 'all:\n\t- @ «mender commit»', rules: 'mender-commit', fixed: 'all:\n\t- @ mender-update commit' },
  {
    text: 'all:\n\tif true; then \\\n\t  «mender commit»; \\\n\tfi\n\n\t«mender commit»\n',
    rules: ['mender-commit', 'mender-commit'],
    fixed: 'all:\n\tif true; then \\\n\t  mender-update commit; \\\n\tfi\n\n\tmender-update commit\n',
  },
  {
    text: 'all:\n\tA=$$(«mender show-artifact») && echo $$A\n',
    rules: 'mender-show-artifact',
    fixed: 'all:\n\tA=$$(mender-update show-artifact) && echo $$A\n',
  },
  {
    text: 'all:\n\t$(SUDO) «mender install» $(call file,a b)/$@\n',
    rules: 'mender-install',
    fixed: 'all:\n\t$(SUDO) mender-update install $(call file,a b)/$@\n',
  },
  {
    text: 'all:\n\tssh $(HOST) "«mender commit» && echo $$?"\n',
    rules: 'mender-commit',
    fixed: 'all:\n\tssh $(HOST) "mender-update commit && echo $$?"\n',
  },
  {
    text: 'define X_CMDS\n\t$(INSTALL) -d $(TARGET_DIR)/etc\n\tsystemctl enable «mender-client»\nendef\n',
    rules: 'systemctl-control',
    fixed: 'define X_CMDS\n\t$(INSTALL) -d $(TARGET_DIR)/etc\n\tsystemctl enable mender-authd mender-updated\nendef\n',
  },
  {
    text: 'all:\n\t«ssh $(HOST) systemctl is-active mender-client $(X)»\n',
    rules: 'systemctl-query',
    fixed: 'all:\n\tssh $(HOST) systemctl is-active mender-updated $(X)\n',
  },
]);

reportedCases('programs in variables', 'package/mender/mender.mk', [
  'define A\n\t$(INSTALL) -D -m 0755 package/mender/artifact_info \\\n\t\t\t«$(TARGET_DIR)/etc/mender/artifact_info»\nendef\n',
  'all:\n\t$(SED) s/a/b/ «$(D)/etc/mender/artifact_info»\n',
  'all:\n\t$(CAT) «${D}/usr/lib/systemd/system/mender-client.service»\n',
]);

quietCases('makefiles', 'board/mender.mk', [
  'all:\n\t$(RM) $(D)/etc/mender/artifact_info\n',
  'all:\n\t$(CC) -o $(D)/etc/mender/artifact_info a.c\n',
  'all:\n\t$(INSTALL) a $(D)/etc/mender/mender.conf\n',
  'MENDER = mender commit\n',
  'mender: mender commit\n',
  '# \tmender commit\n',
  'X = a \\\n\tmender commit\n',
  'all:\n\t# mender commit\n',
  'all:\n\t@echo mender commit\n',
  'all:\n\tgo build -o mender .\n',
  'all:\n\t$(MAKE) mender commit\n',
  'all:\n\t$(MENDER_ARTIFACT) write rootfs-image\n',
  'all:\n\tinstall -m 0755 mender $(DESTDIR)/usr/bin/mender-x\n',
  'all:\n\tdocker build -t mender .\n',
  'all:\n\tgit clone mender-client\n',
  'MENDER_VERSION = 3.5.2\nMENDER_SITE = $(call github,mendersoftware,mender,$(MENDER_VERSION))\n',
  'all:\n\tcommand -v mender-update && mender-update commit || mender commit\n',
  '.PHONY: mender commit\n',
  'include mender/commit.mk\n',
]);
