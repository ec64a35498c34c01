/** The possible values of a setting, from the manifest. */
import type * as vscode from 'vscode';

interface ListedValue {
  readonly value: string;
  readonly meaning: string;
}

interface Property {
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly items?: Property;
}

export function valuesOf({ extension }: vscode.ExtensionContext, setting: string): readonly ListedValue[] {
  const { contributes } = extension.packageJSON as {
    contributes: { configuration: readonly { properties: Readonly<Record<string, Property>> }[] };
  };
  const property = contributes.configuration.map(({ properties }) => properties[`menderLint.${setting}`]).find(Boolean);
  const { enum: values = [], markdownEnumDescriptions: meanings = [] } = property?.items ?? property ?? {};
  return values.map((value, index) => ({ value, meaning: meanings[index] ?? '' }));
}
