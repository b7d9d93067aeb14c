"""The findings of a check in the forms that people and machines read. Each is a function from findings to text."""
