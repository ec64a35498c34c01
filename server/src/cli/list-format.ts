/** `--format` of the commands that do not look for findings. */
import { Option } from 'commander';

const listFormats = ['text', 'json'] as const;

export interface ListOptions {
  readonly format: (typeof listFormats)[number];
}

export function listFormatOption(): Option {
  return new Option('--format <format>', 'for people or for programs').choices(listFormats).default('text');
}
