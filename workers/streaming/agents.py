"""The Faust application: its settings and its three agents.

Place in the flow: the outermost layer. Faust brings messages and commits offsets, nothing else:
values are raw bytes, writes go through our own producers, incidents live in the store. Why
concurrency is 1 and how batches are released: docs/adr/0004-batches-and-concurrency.md.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import faust
from aiokafka.errors import ProducerFenced

from workers.settings import Settings
from workers.streaming.driver import Transport
from workers.streaming.failure import TRANSIENT, Exit, Misconfigured, die
from workers.streaming.logs import event, logging_config
from workers.streaming.runtime import Parts, Runtime
from workers.wire.topics import Topic

logger = logging.getLogger(__name__)

HEARTBEATS_A_SESSION = 10
"""Three are the least; ten notice a rebalance within a tenth of the session timeout."""
POLL_RECORDS_MAX = 500
"""Measured: more brings nothing, as a batch is 200."""
REQUEST_TIMEOUT_S = 90.0
"""Faust's default; it must not be below the session timeout."""

Process = Callable[[Sequence[Any]], Awaitable[None]]


class Application(faust.App):
    """Faust's application with our driver and our runtime."""

    runtime: Runtime

    def _new_transport(self) -> Transport:
        return Transport(self.conf.broker_consumer, self)

    async def start(self) -> None:
        """Starts the runtime and then Faust; what fails of either ends the process."""
        try:
            await super().start()
        except Misconfigured as error:
            die(Exit.CONFIG, "misconfigured", reason=str(error))
        except TRANSIENT as error:
            die(Exit.BROKER, "cannot_start", error=repr(error), hint=_hint(self.runtime.settings))
        except Exception as error:  # noqa: BLE001 - Faust's own shutdown after it would commit
            die(Exit.BUG, "cannot_start", error=repr(error))

    async def on_start(self) -> None:
        """Starts the runtime before any message is fetched."""
        await super().on_start()
        await self.runtime.start()

    def _crash(self, reason: BaseException) -> None:
        """Ends the process when any part of Faust fails: its own end would commit and exit 1."""
        if isinstance(reason, TRANSIENT):
            die(Exit.BROKER, "faust_failed", error=repr(reason))
        if isinstance(reason, Exception):
            die(Exit.BUG, "faust_failed", error=repr(reason))
        super()._crash(reason)

    async def on_stop(self) -> None:
        """Finishes the batches, commits, and closes the runtime."""
        self.runtime.stopping()
        await super().on_stop()
        await self.runtime.close()
        event(logger, logging.INFO, "stopped")


def _hint(settings: Settings) -> str | None:
    if not settings.transactions:
        return None
    return "a broker without transactions (the embedded one) needs TAWATUR_TRANSACTIONS=off"


def build(settings: Settings, parts: Parts) -> Application:
    """The application for these settings; nothing is connected yet."""
    if settings.bootstrap is None:
        raise Misconfigured("KAFKA_BOOTSTRAP is not set: a worker needs a broker")
    run_dir = Path(settings.run_dir)
    run_dir.mkdir(parents=True, exist_ok=True)
    app = Application(
        settings.application,
        broker=[f"kafka://{address.strip()}" for address in settings.bootstrap.split(",")],
        datadir=run_dir / "faust",
        store="memory://",
        key_serializer="raw",
        value_serializer="raw",
        processing_guarantee="at_least_once",
        broker_session_timeout=settings.session_timeout_s,
        broker_heartbeat_interval=settings.session_timeout_s / HEARTBEATS_A_SESSION,
        broker_request_timeout=max(REQUEST_TIMEOUT_S, settings.session_timeout_s + 1),
        broker_commit_interval=settings.commit_interval_s,
        broker_max_poll_records=POLL_RECORDS_MAX,
        consumer_auto_offset_reset="earliest",
        topic_disable_leader=True,
        topic_allow_declare=False,
        table_standby_replicas=0,
        stream_wait_empty=True,
        web_enabled=False,
        worker_redirect_stdouts=False,
        logging_config=logging_config(settings.log_level),
    )
    app.runtime = Runtime(settings, parts)
    _follow_assignments(app)
    _add_agent(app, Topic.ARTICLES, "extract", app.runtime.extract)
    _add_agent(app, Topic.EVENTS, "merge", app.runtime.merge)
    _add_agent(app, Topic.CORRECTIONS, "correct", app.runtime.correct)
    return app


def _follow_assignments(app: Application) -> None:
    async def revoked(_app: object, partitions: object, **_signal: object) -> None:
        await app.runtime.revoked()
        event(logger, logging.INFO, "revoked", partitions=_names(partitions))

    async def assigned(_app: object, partitions: Any, **_signal: object) -> None:  # noqa: ANN401
        event(logger, logging.INFO, "assigned", partitions=_names(partitions))
        app.runtime.assigned(partitions)

    app.on_partitions_revoked.connect(revoked)  # type: ignore[arg-type]  # mode's own form
    app.on_partitions_assigned.connect(assigned)  # type: ignore[arg-type]  # mode's own form


def _names(partitions: Any) -> list[str]:  # noqa: ANN401 - Faust's set of topic partitions
    return sorted(f"{source.topic}/{source.partition}" for source in partitions)


def _add_agent(app: Application, source: Topic, name: str, process: Process) -> None:
    settings = app.runtime.settings
    topic = app.topic(settings.topic(source), key_type=bytes, value_type=bytes)

    async def take(stream: Any) -> None:  # noqa: ANN401 - Faust's stream
        batches = stream.noack_take(settings.batch_records_max, within=settings.batch_within_s)
        async for batch in batches:
            await work(app, stream, batch, process)

    take.__name__ = take.__qualname__ = name
    app.agent(topic, name=name, concurrency=1)(take)


async def work(app: Application, stream: Any, batch: Sequence[Any], process: Process) -> None:  # noqa: ANN401
    """Acknowledges the batch after everything made of it is written; ends the process if it is not.

    Messages fetched before a rebalance belong to nobody: whoever owns the partition now reads them
    again. They are neither worked on nor acknowledged.
    """
    if await app.runtime.allowed():
        generation = app.consumer_generation_id
        current = [taken for taken in batch if taken.message.generation_id == generation]
    else:
        current = []
    if current:
        await _or_end(app.runtime, process, [taken.message for taken in current])
    for taken in current:
        await stream.ack(taken)
    for taken in batch:
        app.consumer.unacked.discard(taken.message)


async def _or_end(runtime: Runtime, process: Process, messages: Sequence[Any]) -> None:
    try:
        await process(messages)
    except ProducerFenced as error:
        runtime.metrics.fenced.inc()
        die(Exit.FENCED, "fenced", error=repr(error))
    except TRANSIENT as error:
        die(Exit.BROKER, "broker_failed", error=repr(error))
    except Exception as error:  # the one broad catch: a bug must not be acknowledged
        logger.exception("bug")
        first = messages[0]
        where = f"{first.topic}/{first.partition}/{first.offset}"
        die(Exit.BUG, "batch_failed", error=repr(error), first_message=where)
