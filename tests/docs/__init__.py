"""The pages and schemas that are made from the code, and the test that they are fresh."""
