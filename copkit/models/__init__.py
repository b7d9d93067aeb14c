"""The kinds of file in a workspace, and the records that they hold."""
