"""The shell around the pure core: the Faust application and everything that touches Kafka.

Place in the flow: `agents` takes messages off the topics, `stages` calls `pipeline` for each of
them and does what it says, `store` holds the incidents of the partitions that this worker owns,
`producers` writes. The rest watches (`metrics`, `health`, `progress`, `logs`) or ends the process
(`failure`). Nothing is imported here: `tawatur run` shall not pay for Faust.
"""
