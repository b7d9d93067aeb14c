"""What lies around a workspace: git, processes, the private folder, the user's own files and cache."""
