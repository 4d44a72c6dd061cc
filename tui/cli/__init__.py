"""The command ``nhomtre``: arguments in, a job, words out. Imports no terminal library."""
