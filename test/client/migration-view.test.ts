/** What the migration view shows, without the editor. */
import assert from 'node:assert/strict';
import { type Finding, findingsOf } from '../../client/src/migration/finding.ts';
import { nextToReview, type Opened } from '../../client/src/migration/next.ts';
import { type Progress, progressOf } from '../../client/src/migration/progress.ts';
import { type Filter, type Grouping, inOrder, type Node, treeOf } from '../../client/src/migration/tree.ts';
import { countsText, descriptionText, emptyText, groupText, leafText } from '../../client/src/migration/view-text.ts';
import type { ListedFinding, Todo } from '../../server/src/lsp/messages.ts';

/** As `rule line todo`, such as `mender-commit 3 safe`. */
function file(path: string, ...lines: readonly string[]): readonly Finding[] {
  const findings = lines.map((text): ListedFinding => {
    const [rule = '', line, todo] = text.split(' ');
    const at = { line: Number(line), character: 0 };
    const message = `Use \`x\`: \`${rule}\` is gone.`;
    return { range: { start: at, end: at }, rule, title: `\`${rule}\``, message, todo: todo as Todo };
  });
  return findingsOf({ uri: `file:///w/${path}`, findings }, path);
}

const all = [
  ...file('b/two.sh', 'commit 9 safe', 'daemon 1 by-hand'),
  ...file('a.sh', 'commit 4 safe', 'commit 2 review'),
  ...file('b/c/three.sh', 'daemon 0 review'),
];

function shape(nodes: readonly Node[]): unknown {
  return nodes.map(node =>
    node.kind === 'group'
      ? [groupText(node).label, groupText(node).description, shape(node.children)]
      : leafText(node).label,
  );
}

describe('the tree of the migration view', () => {
  for (const [grouping, filter, expected] of [
    [
      'rule',
      'all',
      [
        ['commit', '3: 2 safe, 1 to review', ['a.sh:3', 'a.sh:5', 'two.sh:10']],
        ['daemon', '2: 1 to review, 1 by hand', ['three.sh:1', 'two.sh:2']],
      ],
    ],
    ['rule', 'by-hand', [['daemon', '1 by hand', ['two.sh:2']]]],
    [
      'folder',
      'safe',
      [
        ['Top folder', '1 safe', [['a.sh', '1 safe', ['5: Use x: commit is gone.']]]],
        ['b', '1 safe', [['two.sh', '1 safe', ['10: Use x: commit is gone.']]]],
      ],
    ],
    ['folder', 'by-hand', [['b', '1 by hand', [['two.sh', '1 by hand', ['2: Use x: daemon is gone.']]]]]],
    [
      'safety',
      'all',
      [
        ['Safe', '2 safe', [['commit', '2 safe', ['a.sh:5', 'two.sh:10']]]],
        [
          'To review',
          '2 to review',
          [
            ['commit', '1 to review', ['a.sh:3']],
            ['daemon', '1 to review', ['three.sh:1']],
          ],
        ],
        ['By hand', '1 by hand', [['daemon', '1 by hand', ['two.sh:2']]]],
      ],
    ],
  ] satisfies [Grouping, Filter, unknown][])
    it(`by ${grouping}, ${filter}`, () => assert.deepEqual(shape(treeOf(all, grouping, filter)), expected));

  it('has unique ids, which do not depend on other findings', () => {
    const twice = [...all, ...file('same.sh', 'x 1 safe', 'x 1 safe')];
    for (const grouping of ['rule', 'folder', 'safety'] as const) {
      const ids = inOrder(treeOf(twice, grouping, 'all')).map(({ id }) => id);
      assert.equal(new Set(ids).size, twice.length);
      const fewer = inOrder(treeOf(all.slice(1), grouping, 'all')).map(({ id }) => id);
      assert.ok(fewer.every(id => ids.includes(id)));
    }
  });
});

describe('the next finding to review', () => {
  const tree = treeOf(all, 'rule', 'all');
  const leaves = inOrder(tree);
  const opened = (index: number): Opened => {
    const { finding } = leaves[index]!;
    return { finding, index, at: { uri: finding.uri, line: finding.range.start.line } };
  };
  const next = (last?: number, at?: readonly [path: string, line: number], of: readonly Node[] = tree) => {
    const place = at && { uri: `file:///w/${at[0]}`, line: at[1] };
    const found = nextToReview(of, last === undefined ? undefined : opened(last), place);
    return found && leafText(found.leaf).label;
  };

  it('is the first one, then those after it, and the first one again', () => {
    assert.deepEqual([next(), next(0), next(3), next(4)], ['a.sh:3', 'three.sh:1', 'two.sh:2', 'a.sh:3']);
  });

  it('continues from where the user has gone', () => {
    assert.equal(next(undefined, ['b/c/three.sh', 0]), 'two.sh:2');
    assert.equal(next(0, ['b/c/three.sh', 0]), 'two.sh:2');
    assert.equal(next(0, ['a.sh', 2]), 'three.sh:1');
    assert.equal(next(0, ['elsewhere.sh', 7]), 'three.sh:1');
  });

  it('is not blocked by a place that is not where the finding begins', () => {
    const here = { uri: 'file:///w/b/two.sh', line: 1 };
    const found = nextToReview(tree, { ...opened(0), at: here }, here);
    assert.equal(found && leafText(found.leaf).label, 'three.sh:1');
  });

  it('continues after a finding that was fixed', () => {
    const without = (index: number) =>
      treeOf(
        all.filter(finding => finding !== leaves[index]!.finding),
        'rule',
        'all',
      );
    assert.equal(next(3, ['b/c/three.sh', 0], without(3)), 'two.sh:2');
    assert.equal(next(4, ['b/two.sh', 1], without(4)), 'a.sh:3');
  });

  it('is none when only safe ones are left', () => {
    assert.equal(next(undefined, undefined, treeOf(all, 'rule', 'safe')), undefined);
    assert.equal(next(undefined, undefined, []), undefined);
  });
});

describe('the progress of a migration', () => {
  for (const [title, counts, expected] of [
    ['counts what is gone since the beginning', [40, 35, 28], '12 of 40 done'],
    ['grows with what comes in addition', [3, 5, 4], '1 of 5 done'],
    ['stays when all is done', [40, 1, 0, 0], '40 of 40 done'],
    ['begins anew afterwards', [40, 0, 2, 1], '1 of 2 done'],
    ['says nothing where there was nothing', [0, 0], ''],
  ] satisfies [string, number[], string][])
    it(title, () => {
      const last = counts.reduce<Progress | undefined>(progressOf, undefined);
      assert.equal(descriptionText(last, 'all'), expected);
    });
});

describe('the words of the migration view', () => {
  it('say which filter is on', () => {
    assert.equal(descriptionText({ total: 2, left: 1 }, 'review'), '1 of 2 done · only to review');
    assert.equal(descriptionText(undefined, 'by-hand'), 'only by hand');
  });

  it('say why there is nothing', () => {
    assert.equal(emptyText('ready', 0), 'Nothing is left to migrate.');
    assert.equal(emptyText('ready', 1), '1 finding is left that the filter hides.');
    assert.match(emptyText('checking', 0), /being checked/);
    assert.match(emptyText('cancelled', 0), /not known/);
    assert.match(emptyText('off', 0), /^Only open files/);
  });

  it('are read aloud without signs', () => {
    const [group] = treeOf(all, 'rule', 'review');
    assert.equal(groupText(group!).spoken, 'commit, commit, 1 to review');
    assert.equal(leafText(inOrder([group!])[0]!).spoken, 'a.sh line 3, to review: Use x: commit is gone.');
  });

  it('say what can be done about a finding, and that nothing can be done automatically', () => {
    const [leaf] = inOrder(treeOf(all, 'rule', 'by-hand'));
    assert.equal(leafText(leaf!).description, 'b · by hand');
    assert.match(leafText(leaf!).tooltip, /There is no automatic fix\./);
    assert.equal(countsText(all), '5: 2 safe, 2 to review, 1 by hand');
  });
});
