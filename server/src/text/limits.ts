/**
 * All limits of the engine, each with its reason: how deep texts, scripts and evaluations are followed, and how much of
 * one text is compared. Those that a user may set are in `options/limits.ts`.
 */

// Reading.
/** Of what comes again and again, those on each side of a place that are looked at. */
export const MOST_NEAREST = 64;
/** Characters that may be read more than once: what is broken everywhere is no YAML that somebody types in. */
export const MOST_READ_AGAIN = 200_000;
/** With more mistakes a text is no YAML, and telling each of them takes longer than reading it. */
export const MOST_YAML_ERRORS = 200;
/** Collections in collections: what is nested deeper would overflow the stack of the parser. */
export const DEEPEST_YAML = 500;
/** Lines that are tried as the one that is broken: each costs a parse. */
export const MOST_SUSPECTS = 5;
/** Nodes that are counted to compare two readings of a broken script: the rest hardly changes which is better. */
export const MOST_NODES_SCORED = 20_000;
/** Nodes are counted this deep, so that the stack does not overflow. */
export const DEEPEST_NODE_SCORED = 200;
/** A text whose pieces would have to be joined more often than this is parsed as a whole. */
export const MOST_PIECES_JOINED = 64;
/** Pieces of the former version that are looked at for the next one: some were joined, or are gone. */
export const LOOK_AHEAD = 4;
/** When joining so many does not help, it is the edited line that is broken. */
export const PIECES_BEFORE_BLAME = 4;
/** How many of `sudo`, `env`, `ssh HOST` and the like may be around what is plainly a command. */
export const MOST_WRAPPERS_IN_PROSE = 4;

// Uses.
/** An object nested deeper than this is no configuration. */
export const DEEPEST_MEMBER = 16;
/** A script that writes a script that writes a unit: deeper than this nobody goes. */
export const DEEPEST_FILE = 3;
/** A `case` that is in more of them does not answer the calls of a module. */
export const DEEPEST_CASE = 4;
/** `sh -c "sh -c ..."` is followed this deep. */
export const DEEPEST_SCRIPT = 10;
/** A variable that is set anew for every call has one value in each: after so many, those beside a call count. */
export const MOST_SOURCES = 4096;
/** Values of such a variable on each side of a call. */
export const MOST_BESIDE = 4;
/** Functions that call functions with their arguments, and variables in variables, are followed this deep. */
export const DEEPEST_INDIRECTION = 3;
/** Substitutions nested deeper are not looked into: the parser reads each once more for every one around it. */
export const DEEPEST_SUBSTITUTION = 12;
/** A variable that is set from another one that is set from a third is followed this far. */
export const MOST_ASSIGNMENT_ROUNDS = 5;
/** A name that is given a value in more places than this, such as that of a loop, stands for anything. */
export const MOST_ASSIGNMENTS = 64;
/** A list of lines that a loop reads; a longer one is one of other things. */
export const MOST_LINES_READ = 32;
/** Statements in statements, and scripts in substitutions, are followed this deep; what is inside is not known then. */
export const DEEPEST_STATEMENT = 120;
/** `sudo env nice ...`: more wrappers than these around a program are not seen through. */
export const MOST_WRAPPERS = 8;
/** A variable with more definitions than this is not worth following. */
export const MOST_DEFINITIONS = 8;
/** Nor one that stands for more words, in lists, through others or as the default of a default. */
export const MOST_WORDS = 64;
/** Commands of a function that may run its arguments; further ones are not followed. */
export const MOST_COMMANDS_OF_FUNCTION = 6;
/** Where a `shift` may or may not have run, the numbers of arguments gone that are tried. */
export const MOST_SHIFTS = 3;

// Findings.
/** Characters of a quoted use in a message. */
export const LONGEST_USE = 40;
/** Pairs of uses that are compared in one document. */
export const MOST_PAIRS = 40_000;
/** Uses that are changed together; more of them a person has to look at one by one. */
export const MOST_JOINED = 32;
/** One round fixes what does not overlap; a fix that uncovers another one gets a round of its own. */
export const MOST_FIX_ROUNDS = 16;
/** Fixes that wait for each other: no text of people needs as many rounds. */
export const MOST_MIGRATION_ROUNDS = 64;
/** Of the same that is done again and again, what stands nearest to a use is looked at. */
export const MOST_NEAR_USES = 16;
/** Of the same question that is asked again and again, those before and after a place that are looked at. */
export const MOST_NEAR_STATES = 16;
/** Of the same question that is asked again and again, those before and after it that are compared with it. */
export const MOST_NEAR_PROBES = 4;
/** Texts that a value may have; with more of them it may be anything. */
export const MOST_TEXTS = 8;
/** Of a text that is one or another by how a command ends, joined with others. */
export const MOST_CHOICES = 128;
/** UTF-16 units; `X=$X$X` in a loop is as long as one likes. */
export const LONGEST_TEXT = 10_000;
/** Characters of a pattern that is matched as a regular expression. */
export const LONGEST_PATTERN = 80;
/** Its stars: with more of them a match may take for ever. */
export const MOST_STARS = 3;
/** Facts that are noted for a decision; that there are more is noted, too. */
export const MOST_FACTS = 64;
/** Functions that call functions are gone into this deep. */
export const DEEPEST_CALL = 6;
/** Commands that are evaluated; what a longer run comes to is not known. */
export const MOST_STEPS = 60_000;
/** Values of a loop that it is gone through with one by one; a longer list is one round with anything. */
export const MOST_LOOP_VALUES = 8;
/** Loops in loops that are gone through twice. */
export const MOST_ROUNDS_DEEP = 3;
/** Variables with options in front of an operand, as in `ssh $SSH_OPTS $PORT host`. */
export const MOST_OPTIONS = 3;
