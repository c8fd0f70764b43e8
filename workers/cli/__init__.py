"""The command line's own commands: files in, files or readable text out.

Place in the flow: `workers.__main__` finds a command here or in `admin` and `streaming`. Only `why`
and `correct`, which work on files and on topics alike, load a Kafka client.
"""
