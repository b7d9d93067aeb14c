"""What a document is of: for each subject a module that finds what the words mean."""
