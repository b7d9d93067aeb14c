"""The command line: the only part of copkit that asks the clock, the terminal and the disk."""
