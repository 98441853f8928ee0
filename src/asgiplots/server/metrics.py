"""What the site counts, as Prometheus reads it. It names apps, but no session and no user."""

from __future__ import annotations

from collections.abc import Iterable

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from asgiplots.server.site import Site
from asgiplots.session.meters import Histogram

MEDIA_TYPE = CONTENT_TYPE_LATEST

_COUNTS = {
    "sessions_opened": "Sessions that began.",
    "sessions_closed": "Sessions that ended.",
    "frames_encoded": "Changes and documents made into bytes, once for all viewers.",
    "frames_saved": "Transactions whose changes went with a later frame, as no viewer had use for one.",
    "frames_sent": "Frames that went to viewers.",
    "bytes_sent": "Bytes of frames that went to viewers.",
    "resumes": "Viewers that came back and went on where they stood.",
    "snapshots": "Documents sent whole, to new viewers and to those that were away for long.",
    "refused": "Messages from viewers that were refused and changed nothing.",
    "skipped_ticks": "Ticks of periodic callbacks skipped, as the last one was still running.",
}
_PLACES = {"loop": "on_loop", "thread": "in_thread", "task": "in_task"}


def exposition(site: Site) -> bytes:
    """The text that Prometheus asks for."""
    return generate_latest(_Reader(site))  # pyright: ignore[reportArgumentType]


class _Reader(Collector):
    def __init__(self, site: Site) -> None:
        self._site = site

    def collect(self) -> Iterable[Metric]:
        meters, pool = self._site.engine.meters, self._site.engine.pool
        yield from self._by_app()
        for name, words in _COUNTS.items():
            yield CounterMetricFamily(f"asgiplots_{name}", words, value=getattr(meters, name))
        yield GaugeMetricFamily("asgiplots_worker_threads", "Threads for blocking code.", value=pool.threads)
        yield GaugeMetricFamily(
            "asgiplots_worker_jobs_waiting", "Callbacks that no thread has begun.", value=pool.waiting
        )
        yield CounterMetricFamily(
            "asgiplots_worker_pool_full", "Callbacks that found all threads busy.", value=pool.times_full
        )
        yield CounterMetricFamily(
            "asgiplots_slow_callbacks",
            "Callbacks that ran for longer than slow_callback_seconds.",
            value=self._site.engine.policy.watch.times_slow,
        )
        durations = HistogramMetricFamily(
            "asgiplots_callback_seconds", "How long callbacks took, by where they ran.", labels=["where"]
        )
        for place, name in _PLACES.items():
            durations.add_metric([place], *_histogram(getattr(meters, name)))
        yield durations
        lag = HistogramMetricFamily("asgiplots_loop_lag_seconds", "How late the event loop was.")
        lag.add_metric([], *_histogram(meters.loop_lag))
        yield lag
        painted = HistogramMetricFamily(
            "asgiplots_painted_frame_seconds", "From one painted frame to the next, as pages report it."
        )
        painted.add_metric([], *_histogram(meters.painted))
        yield painted

    def _by_app(self) -> Iterable[Metric]:
        sessions = GaugeMetricFamily("asgiplots_sessions", "Sessions alive now.", labels=["app"])
        viewers = GaugeMetricFamily("asgiplots_viewers", "Viewers connected now.", labels=["app"])
        hidden = GaugeMetricFamily(
            "asgiplots_viewers_hidden", "Viewers whose page is hidden.", labels=["app"]
        )
        for name, host in self._site.hosts.items():
            alive = host.sessions.values()
            sessions.add_metric([name], len(alive))
            seen = [viewer for session in alive for viewer in session.viewers]
            viewers.add_metric([name], len(seen))
            hidden.add_metric([name], sum(viewer.hidden for viewer in seen))
        return sessions, viewers, hidden


def _histogram(histogram: Histogram) -> tuple[list[tuple[str, float]], float]:
    buckets = [(str(bound).replace("inf", "+Inf"), float(count)) for bound, count in histogram.cumulative()]
    return buckets, histogram.sum
