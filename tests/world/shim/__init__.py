"""Each system call of each command made to fail in turn, and what comes of it: python -m tests.world.shim."""
