"""What processes take as time goes by: memory, files, threads; and how far behind they are."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.integration.streaming.support import Worker


@dataclass(frozen=True, slots=True)
class Sample:
    """One look at one worker."""

    minute: float
    slot: int
    pid: int
    rss_mb: float
    files: int
    threads: int
    lag: int
    incidents: int
    articles: int

    def line(self) -> str:
        """The sample as a row of the table."""
        return (
            f"{self.minute:>7.1f} {self.slot:>5} {self.pid:>8} {self.rss_mb:>7.0f} {self.files:>6}"
            f" {self.threads:>8} {self.lag:>6} {self.incidents:>10} {self.articles:>9}"
        )


HEADS = (
    f"{'minute':>7} {'slot':>5} {'pid':>8} {'rss MB':>7} {'files':>6}"
    f" {'threads':>8} {'lag':>6} {'incidents':>10} {'articles':>9}"
)


def sample(minute: float, slot: int, worker: Worker) -> Sample | None:
    """What the process takes now; None when it is gone."""
    told = status(worker.pid)
    if told is None:
        return None
    rss_mb, files, threads = told
    figures = worker.figures()

    def total(name: str) -> int:
        return int(sum(value for key, value in figures.items() if key.startswith(name)))

    return Sample(
        minute,
        slot,
        worker.pid,
        rss_mb,
        files,
        threads,
        total("tawatur_lag_records"),
        total("tawatur_open_incidents"),
        total("tawatur_articles_total"),
    )


def status(pid: int) -> tuple[float, int, int] | None:
    """Resident MB, open files and threads of a process. Linux only."""
    folder = Path(f"/proc/{pid}")
    try:
        lines: dict[str, Any] = dict(
            line.split(":", 1) for line in (folder / "status").read_text().splitlines()
        )
        files = sum(1 for _ in (folder / "fd").iterdir())
        return int(lines["VmRSS"].split()[0]) / 1024, files, int(lines["Threads"])
    except (OSError, KeyError):
        return None
