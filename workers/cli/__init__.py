"""The command line's own commands: files in, files or readable text out, no Kafka.

Place in the flow: `workers.__main__` finds a command here or in `admin` and `streaming`.
"""
