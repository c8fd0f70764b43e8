"""The links between open events."""

from tests.unit.incidents.told import told
from workers.incidents.graph import EventGraph
from workers.matching import Judge
from workers.matching.profile import no_sides
from workers.matching.weights import load


def test_nobody_stays_linked_to_an_event_that_went_before_its_links_were_asked_for() -> None:
    graph = EventGraph(Judge(load()), no_sides)
    for article in ("a1", "a2", "a3"):
        graph.add(told(article))
    assert graph.links("a1#0").keys() == {"a2#0", "a3#0"}

    graph.remove("a2#0")

    assert graph.links("a1#0").keys() == {"a3#0"}
    assert graph.component(["a1#0"], 32) == {"a1#0", "a3#0"}
