from functools import partial

import pytest
from session_kit import Page, World, content

from asgiplots.document import Document, curdoc
from asgiplots.models.sources import ColumnDataSource
from asgiplots.models.widgets import Button, Slider, TextInput
from asgiplots.protocol import PATCH, SNAPSHOT, Leave, Ping, Write
from asgiplots.session import Cursor, SessionClosed
from asgiplots.session.logs import short
from asgiplots.session.policy import FIRST_PROOF


@pytest.fixture
def world():
    return World()


def app(world, *roots, **options):
    document = Document()
    for root in roots:
        document.add_root(root)
    session = world.session(document, **options)
    return session


def slider(**values):
    return Slider(**{"start": 0, "end": 10, "value": 1, **values})


class TestAttach:
    def test_a_new_viewer_gets_a_hello_and_a_snapshot(self, world):
        session = app(world, slider(title="a"))
        page = Page(world, session)
        world.settle()
        frames = page.read()
        assert [f.kind for f in frames] == [3, SNAPSHOT]
        assert frames[0].control == {"type": "hello", "viewer": 1, "session": "s1"}
        assert page.state() == content(session.document)

    def test_viewers_are_numbered_from_one_and_keep_their_number(self, world):
        session = app(world, slider())
        a, b = Page(world, session, "a"), Page(world, session, "b")
        assert (a.viewer.number, b.viewer.number) == (1, 2)
        session.leave(a.viewer)
        a.connect()
        assert a.viewer.number == 1

    def test_a_second_connection_of_a_page_replaces_the_first(self, world):
        session = app(world, slider())
        page = Page(world, session)
        world.settle()
        first = page.viewer
        page.connect()
        assert (first.gone and first.take() == []) or first.gone
        assert session.viewers == {page.viewer}
        session.leave(first, closed=True)
        assert session.viewers == {page.viewer}

    def test_one_that_comes_back_goes_on_where_it_stood(self, world):
        s = slider()
        session = app(world, s)
        page = Page(world, session)
        world.settle()
        page.read()
        session.leave(page.viewer)
        session.run(lambda: setattr(s, "value", 5))
        world.settle()
        page.connect()
        world.settle()
        assert [f.kind for f in page.read()] == [3, PATCH]
        assert page.snapshots == 1
        assert page.state() == content(session.document)

    def test_another_epoch_or_a_revision_that_is_gone_gives_a_snapshot(self, world):
        s = slider()
        session = app(world, s, journal_bytes=20)
        page = Page(world, session)
        world.settle()
        page.read()
        session.leave(page.viewer)
        for value in range(2, 9):
            session.run(lambda value=value: setattr(s, "value", value))
            world.settle()
        page.connect()
        world.settle()
        page.read()
        assert page.snapshots == 2
        assert page.state() == content(session.document)
        page.epoch += 1
        page.connect()
        world.settle()
        page.read()
        assert page.snapshots == 3

    def test_a_viewer_that_stops_reading_starts_afresh_from_a_snapshot(self, world):
        s = TextInput(value="")
        session = app(world, s, journal_bytes=2000)
        page, other = Page(world, session, "slow"), Page(world, session, "fast")
        world.settle()
        page.read()
        for i in range(200):
            session.run(lambda i=i: setattr(s, "value", f"{i:0100}"))
            world.settle()
            other.read()
        assert page.read() == []
        world.settle()
        assert [f.kind for f in page.read()] == [SNAPSHOT]
        assert other.snapshots == 1
        assert page.state() == other.state() == content(session.document)
        assert session._publisher.journal.bytes < 3000

    def test_more_is_kept_while_somebody_is_away(self, world):
        s = TextInput(value="")
        session = app(world, s, journal_bytes=2000)
        stays, leaves = Page(world, session, "stays"), Page(world, session, "leaves")
        world.settle()
        stays.read(), leaves.read()
        session.leave(leaves.viewer)
        for i in range(100):
            session.run(lambda i=i: setattr(s, "value", f"{i:0100}"))
            world.settle()
        stays.read()
        leaves.connect()
        world.settle()
        leaves.read()
        assert leaves.snapshots == 1
        assert leaves.state() == stays.state() == content(session.document)
        session.run(lambda: setattr(s, "value", "now"))
        world.settle()
        assert session._publisher.journal.bytes < 3000

    def test_of_very_many_who_were_cut_off_the_first_are_forgotten(self, world):
        session = app(world, slider())
        for i in range(1010):
            session.leave(session.attach(f"page {i}", None, lambda: None))
        assert not session.knows("page 0")
        assert session.knows("page 1009")
        assert len(session._peers) == 1000

    def test_a_snapshot_waits_for_the_transaction_that_runs(self, world):
        s = slider()
        session = app(world, s)
        world.runtime.hold_jobs = True
        session.run(lambda: setattr(s, "value", 7))
        page = Page(world, session)
        world.settle()
        assert [f.kind for f in page.read()] == [3]
        world.runtime.hold_jobs = False
        world.settle()
        page.read()
        assert page.document.roots[0].value == 7

    def test_a_snapshot_in_a_hold_contains_what_is_held_and_it_does_not_come_twice(self, world):
        source = ColumnDataSource(data={"x": [1.0]})
        session = app(world, source)
        session.document.hold()
        session.run(lambda: source.stream({"x": [2.0]}))
        world.settle()
        page = Page(world, session)
        world.settle()
        page.read()
        session.document.unhold()
        world.settle()
        page.read()
        assert list(page.document.roots[0].data["x"]) == [1.0, 2.0]

    def test_nobody_attaches_to_a_session_that_ended(self, world):
        session = app(world, slider())
        session.close()
        with pytest.raises(SessionClosed, match="session s1 has ended"):
            session.attach("page", None, lambda: None)


class TestTransactions:
    def test_one_callback_is_one_frame(self, world):
        s, t = slider(), TextInput(value="")
        session = app(world, s, t)
        page = Page(world, session)
        world.settle()
        page.read()

        def work():
            for i in range(5):
                s.value = i
                t.value = str(i)

        session.run(work)
        world.settle()
        frames = page.read()
        assert [f.kind for f in frames] == [PATCH]
        assert frames[0].revision == 1
        assert page.state() == content(session.document)

    def test_a_callback_that_changes_nothing_sends_nothing(self, world):
        session = app(world, slider())
        page = Page(world, session)
        world.settle()
        page.read()
        session.run(lambda: None)
        world.settle()
        assert page.read() == []
        assert session.revision == 0

    def test_transactions_of_one_session_never_overlap_and_keep_their_order(self, world):
        session = app(world, slider())
        log = []

        async def slow(name):
            from session_fakes import pause

            log.append(f"{name} in")
            await pause()
            await pause()
            log.append(f"{name} out")

        session.run(lambda: slow("a"))
        session.run(lambda: log.append("b"))
        session.run(lambda: slow("c"))
        session.run(lambda: log.append("d"))
        world.settle()
        assert log == ["a in", "a out", "b", "c in", "c out", "d"]

    def test_another_session_goes_on_while_one_blocks(self, world):
        one, two = app(world, slider(), id="s1"), app(world, slider(), id="s2")
        world.runtime.hold_jobs = True
        one.run(lambda: None)
        ticks = []

        async def tick():
            ticks.append(curdoc() is two.document)

        two.document.add_periodic_callback(tick, 50)
        world.advance(1.01)
        assert ticks == [True] * 20

    def test_an_outcome_gives_the_result_or_the_error(self, world):
        session = app(world, slider())
        good = session.run(lambda: 42)
        bad = session.run(lambda: 1 / 0)

        async def later():
            return 43

        also = session.run(later)
        world.settle()
        assert good.result(0) == 42
        assert also.result(0) == 43
        with pytest.raises(ZeroDivisionError):
            bad.result(0)

    def test_flush_publishes_in_the_middle(self, world):
        s = slider()
        session = app(world, s)
        page = Page(world, session)
        world.settle()
        page.read()
        seen = []

        def work():
            s.value = 2
            session.document.flush()
            s.value = 3

        session.run(work)
        world.settle()
        seen = [op.values["value"] for f in page.read() for op in f.operations]
        assert seen == [2, 3]

    def test_hold_gathers_what_several_callbacks_change(self, world):
        s = slider()
        session = app(world, s)
        page = Page(world, session)
        world.settle()
        page.read()
        session.document.hold()
        for value in (2, 3, 4):
            session.run(lambda value=value: setattr(s, "value", value))
            world.settle()
        assert page.read() == []
        session.document.unhold()
        world.settle()
        assert [op.values for f in page.read() for op in f.operations] == [{"value": 4}]

    def test_a_change_outside_any_transaction_lands_in_the_next_frame(self, world):
        s = slider()
        session = app(world, s)
        page = Page(world, session)
        world.settle()
        page.read()
        s.value = 9
        s.title = "now"
        world.settle()
        assert [op.values for f in page.read() for op in f.operations] == [{"value": 9, "title": "now"}]

    def test_an_error_is_reported_with_the_app_s_own_lines_and_the_session_goes_on(self, world, caplog):
        s = slider()
        session = app(world, s)

        def broken():
            s.value = 3
            raise RuntimeError("the app did this")

        session.run(broken, what="demo callback")
        session.run(lambda: setattr(s, "title", "on"))
        world.settle()
        assert (s.value, s.title) == (3, "on")
        assert [f.title for f in world.failures] == ["demo callback: RuntimeError: the app did this"]
        assert f"demo in session {short('s1')}: demo callback failed (number " in caplog.text
        text = world.failures[0].text
        assert "in broken" in text and "lane.py" not in text

    def test_sys_exit_in_a_callback_is_an_error_like_any_other(self, world):
        session = app(world, slider())
        session.run(lambda: exit(3))
        after = session.run(lambda: "on")
        world.settle()
        assert after.result(0) == "on"
        assert isinstance(world.failures[0].error, SystemExit)

    def test_a_change_that_cannot_be_sent_is_reported_and_later_ones_arrive_by_snapshot(self, world):
        s = slider()
        session = app(world, s)
        page = Page(world, session)
        world.settle()
        page.read()
        session.run(lambda: session.document.add_root(Slider(end=3)))
        world.settle()
        page.read()
        assert "Slider.start has no value" in str(world.failures[0].error)
        unset = session.document.roots[1]
        session.run(lambda: unset.update(start=0, value=0))
        world.settle()
        page.read()
        world.settle()
        page.read()
        assert page.state() == content(session.document)

    def test_curdoc_is_right_in_plain_and_async_callbacks_and_tasks(self, world):
        session = app(world, slider())
        seen = []

        async def later():
            from session_fakes import pause

            await pause()
            seen.append(curdoc())

        session.run(lambda: seen.append(curdoc()))
        session.run(later)
        session.document.add_next_tick_callback(lambda: seen.append(curdoc()))
        world.settle()
        assert seen == [session.document] * 3
        assert curdoc() is not session.document

    @pytest.mark.parametrize("wrap", [lambda append: append, partial])
    def test_next_ticks_of_one_function_prove_fast_together(self, world, wrap):
        session = app(world, slider())
        ran = []

        def append():
            ran.append(len(ran))
            if len(ran) < 100:
                session.document.add_next_tick_callback(wrap(append))

        session.document.add_next_tick_callback(wrap(append))
        world.settle()
        assert ran == list(range(100))
        assert world.runtime.blocking_runs == FIRST_PROOF


class TestWrites:
    def test_a_write_reaches_python_and_the_other_viewers_and_is_acknowledged(self, world):
        s = slider()
        session = app(world, s)
        changes = []
        s.on_change("value", lambda attr, old, new: changes.append((attr, old, new)))
        a, b = Page(world, session, "a"), Page(world, session, "b")
        world.settle()
        a.read(), b.read()
        a.write((s, "value", 4))
        world.settle()
        assert changes == [("value", 1, 4)]
        own = a.read()
        assert [(f.control, f.ack) for f in own] == [({"type": "ack"}, 1)]
        assert [(op.values, f.origin) for f in b.read() for op in f.operations] == [({"value": 4}, 1)]
        assert a.state() == b.state() == content(session.document)

    def test_what_a_handler_changes_goes_back_to_everybody(self, world):
        s = slider()
        session = app(world, s)
        s.on_change("value", lambda attr, old, new: setattr(s, "title", f"is {new}"))
        a, b = Page(world, session, "a"), Page(world, session, "b")
        world.settle()
        a.read(), b.read()
        a.write((s, "value", 4))
        world.settle()
        assert [(op.values, f.ack) for f in a.read() for op in f.operations] == [({"title": "is 4"}, 1)]
        b.read()
        assert a.state() == b.state() == content(session.document)

    def test_a_handler_that_corrects_the_value_wins(self, world):
        s = slider()
        session = app(world, s)

        def clamp(attr, old, new):
            if new > 5:
                s.value = 5

        s.on_change("value", clamp)
        page = Page(world, session)
        world.settle()
        page.read()
        page.write((s, "value", 9))
        world.settle()
        page.read()
        assert page.document.roots[0].value == 5
        assert page.state() == content(session.document)

    def test_a_handler_that_corrects_and_flushes_wins_too(self, world):
        s = slider()
        session = app(world, s)

        def clamp(attr, old, new):
            if new > 5:
                s.value = 5
                session.document.flush()
                s.title = "slow"

        s.on_change("value", clamp)
        page = Page(world, session)
        world.settle()
        page.read()
        page.write((s, "value", 9))
        world.settle()
        page.read()
        assert page.document.roots[0].value == 5

    def test_an_older_frame_is_no_answer_to_a_write(self, world):
        s = slider()
        session = app(world, s)
        page = Page(world, session)
        world.settle()
        page.read()
        session.run(lambda: setattr(s, "value", 3))
        world.settle()
        page.write((s, "value", 7))
        world.settle()
        frames = page.read()
        assert [(f.revision, f.ack) for f in frames] == [(1, 0), (2, 1)]
        assert page.document.roots[0].value == 7 == s.value

    def test_a_message_sent_again_is_applied_once(self, world):
        s = slider()
        button = Button()
        session = app(world, s, button)
        clicks = []
        button.on_click(lambda: clicks.append(1))
        page = Page(world, session)
        world.settle()
        page.read()
        page.event("button_click", button)
        page.write((s, "value", 2))
        world.settle()
        session.leave(page.viewer)
        page.connect()
        page.connect()
        world.settle()
        page.read()
        assert clicks == [1]
        assert page.unanswered == {}

    @pytest.mark.parametrize(
        ("write", "reason"),
        [
            (("p9999", "value", 2), "the document has no model 'p9999'"),
            (("s", "title", "x"), "Slider.title is not a field that a browser may write"),
            (("s", "valeu", 2), "Slider has no field 'valeu'; similar names: value"),
            (("s", "value", "high"), "Slider.value expected a finite number, got 'high' (str)"),
        ],
    )
    def test_a_refused_message_changes_nothing_and_says_why(self, world, write, reason):
        s, t = slider(), TextInput(value="")
        session = app(world, s, t)
        page = Page(world, session)
        world.settle()
        page.read()
        model, field, value = write
        page.write((t, "value", "typed"), (s if model == "s" else model, field, value))
        world.settle()
        page.read()
        [refused] = [control for control in page.controls if control["type"] == "refused"]
        assert refused["n"] == 1 and reason in refused["reason"]
        assert t.value == "" and s.value == 1
        assert page.unanswered == {}

    def test_after_a_refusal_the_page_shows_again_what_is_true(self, world):
        s, t = slider(), TextInput(value="")
        session = app(world, s, t)
        page = Page(world, session)
        world.settle()
        page.read()
        page.write((t, "value", "typed"), (s, "value", 99), (s, "value", "high"))
        assert page.document.get_model_by_id(t.id).value == "typed"
        page.read(lose_after=0)  # the refusal is lost with the connection
        world.settle()
        page.read(lose_after=0)
        session.leave(page.viewer)
        page.connect()
        world.settle()
        page.read()
        assert page.state() == content(session.document)
        assert page.unanswered == {} and s.value == 1

    def test_a_field_that_no_browser_may_write_is_not_sent_to_anybody(self, world):
        s = slider()
        session = app(world, s)
        page = Page(world, session)
        world.settle()
        page.read()
        page.write((s, "title", "x"))
        world.settle()
        page.read()
        assert session.revision == 0 and page.unanswered == {}

    def test_a_field_may_be_opened_for_writing(self, world):
        s = slider()
        session = app(world, s)
        session.document.allow_writes(s, "title")
        page = Page(world, session)
        world.settle()
        page.read()
        page.write((s, "title", "mine"))
        world.settle()
        assert s.title == "mine"

    def test_waiting_writes_collapse_but_throttled_values_and_clicks_do_not(self, world):
        s, button = slider(), Button()
        session = app(world, s, button)
        log = []
        s.on_change("value", lambda attr, old, new: log.append(new))
        s.on_change("value_throttled", lambda attr, old, new: log.append(f"throttled {new}"))
        button.on_click(lambda: log.append(f"click at {s.value}"))
        page = Page(world, session)
        world.settle()
        page.read()
        world.runtime.hold_jobs = True
        page.write((s, "value", 2))
        world.settle()
        for value in (3, 4, 5):
            page.write((s, "value", value))
        page.event("button_click", button)
        page.event("button_click", button)
        page.write((s, "value", 6))
        page.write((s, "value", 7))
        page.write((s, "value_throttled", 7))
        page.write((s, "value", 8))
        page.write((s, "value_throttled", 8))
        world.runtime.hold_jobs = False
        world.settle()
        assert log == [2, 5, "click at 5", "click at 5", 7, "throttled 7", 8, "throttled 8"]
        page.read()
        assert page.unanswered == {}

    def test_a_write_whose_model_left_meanwhile_is_dropped_and_the_others_count(self, world):
        s, t = slider(), TextInput(value="")
        session = app(world, s, t)
        page = Page(world, session)
        world.settle()
        page.read()
        world.runtime.hold_jobs = True
        session.run(lambda: session.document.remove_root(s))
        world.settle()
        page.write((s, "value", 5), (t, "value", "typed"))
        world.runtime.hold_jobs = False
        world.settle()
        page.read()
        assert (s.value, t.value) == (1, "typed")
        assert page.unanswered == {}
        assert page.state() == content(session.document)

    def test_a_viewer_that_left_is_not_heard(self, world):
        s = slider()
        session = app(world, s)
        page = Page(world, session)
        session.leave(page.viewer)
        session.submit(page.viewer, Write(n=1, writes=[(s.id, "value", 5)]))
        world.settle()
        assert s.value == 1


class TestEvents:
    def test_handlers_on_the_model_and_the_document_hear_an_event(self, world):
        button = Button()
        session = app(world, button)
        heard = []
        button.on_click(lambda event: heard.append(event.event_name))
        session.document.on_event("button_click", lambda event: heard.append(event.model))
        page = Page(world, session)
        world.settle()
        page.event("button_click", button)
        world.settle()
        assert heard == ["button_click", button]

    @pytest.mark.parametrize(
        ("name", "model", "reason"),
        [
            ("button_clik", "b", "there is no event called 'button_clik'; similar names: button_click"),
            ("button_click", None, "expected the model that it happened on"),
            ("button_click", "p9999", "the document has no model 'p9999'"),
        ],
    )
    def test_an_event_that_cannot_be_is_refused(self, world, name, model, reason):
        button = Button()
        session = app(world, button)
        page = Page(world, session)
        world.settle()
        page.event(name, button if model == "b" else model)
        world.settle()
        page.read()
        assert reason in next(c["reason"] for c in page.controls if c["type"] == "refused")

    def test_an_async_handler_runs_as_a_transaction_of_its_own(self, world):
        button, t = Button(), TextInput(value="")
        session = app(world, button, t)

        async def clicked(event):
            from session_fakes import pause

            await pause()
            t.value = "done"

        button.on_click(clicked)
        page = Page(world, session)
        world.settle()
        page.event("button_click", button)
        world.settle()
        page.read()
        assert page.document.roots[1].value == "done"

    def test_a_message_reaches_its_handlers(self, world):
        session = app(world, slider())
        heard = []
        session.document.on_message("greet", heard.append)
        page = Page(world, session)
        page.event("greet", None, name="Ada")
        world.settle()
        assert heard == [{"name": "Ada"}]

    def test_ping_is_answered(self, world):
        session = app(world, slider())
        page = Page(world, session)
        session.submit(page.viewer, Ping())
        world.settle()
        page.read()
        assert {"type": "pong"} in page.controls


class TestEnd:
    def test_the_last_to_leave_is_told_to_the_owner(self, world):
        ends = []
        session = app(world, slider(), on_empty=lambda s, closed: ends.append((s.id, closed)))
        a, b = Page(world, session, "a"), Page(world, session, "b")
        session.leave(a.viewer)
        assert ends == []
        session.submit(b.viewer, Leave())
        assert ends == [("s1", True)]
        session.leave(b.viewer)
        assert ends == [("s1", True)]

    def test_one_that_closed_its_tab_is_forgotten(self, world):
        session = app(world, slider())
        page = Page(world, session)
        session.leave(page.viewer, closed=True)
        page.connect()
        assert page.viewer.number == 2

    def test_an_ended_session_says_so_stops_its_timers_and_drops_what_waits(self, world):
        s = slider()
        session = app(world, s)
        ticks = []
        session.document.add_periodic_callback(lambda: ticks.append(1), 100)
        page = Page(world, session)
        world.settle()
        page.read()
        world.runtime.hold_jobs = True
        running = session.run(lambda: "never")
        waiting = session.run(lambda: "never")
        session.close("good night")
        world.runtime.hold_jobs = False
        world.advance(1)
        page.read()
        assert page.controls[-1] == {"type": "ended", "reason": "good night"}
        assert page.viewer.gone
        assert ticks == []
        for outcome in (running, waiting):
            with pytest.raises(SessionClosed):
                outcome.result(0)
        with pytest.raises(SessionClosed):
            session.run(lambda: None).result(0)

    def test_a_cursor_from_another_life_never_resumes(self, world):
        s = slider()
        one, two = app(world, s), app(world, slider())
        assert one.epoch != two.epoch
        viewer = two.attach("page", Cursor(one.epoch, 0), lambda: None)
        assert viewer.revision is None


def test_periodic_callbacks_rest_while_nobody_looks_if_the_app_asked_for_that(world):
    ticks = []
    session = app(world)
    session.document.add_periodic_callback(lambda: ticks.append(1), 100)
    world.advance(1.05)
    assert len(ticks) == 10
    session.document.pause_unwatched = True
    world.advance(1)
    assert len(ticks) == 10
    page = Page(world, session)
    world.advance(1)
    assert len(ticks) == 20
    session.leave(page.viewer)
    world.advance(1)
    assert len(ticks) == 20


def test_timeouts_come_also_while_nobody_looks(world):
    came = []
    session = app(world)
    session.document.pause_unwatched = True
    session.document.add_timeout_callback(lambda: came.append("timeout"), 100)
    session.document.add_next_tick_callback(lambda: came.append("tick"))
    world.advance(1)
    assert came == ["tick", "timeout"]
