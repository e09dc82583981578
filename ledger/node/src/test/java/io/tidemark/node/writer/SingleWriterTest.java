package io.tidemark.node.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SingleWriterTest {
    private static final JournalId OWN = journal("till-1");
    private static final JournalId OTHER = journal("till-2");

    private final List<String> done = new ArrayList<>();
    private final List<Throwable> broken = new ArrayList<>();
    private final SingleWriter writer = writer(4, 3);

    @Test
    void what_waits_shares_one_force_and_is_answered_after_it() {
        CompletableFuture<?> first =
                writer.submit(recording("a", OWN)).thenAccept(a -> done.add("answered " + a));
        CompletableFuture<?> second =
                writer.submit(recording("b", OWN)).thenAccept(b -> done.add("answered " + b));

        writer.step();

        assertThat(List.of(first, second)).allMatch(CompletableFuture::isDone);
        assertThat(done)
                .containsExactly(
                        "append a", "append b", "force till-1", "answered a", "answered b");
    }

    @Test
    void each_journal_that_was_touched_is_forced_once() {
        var answers =
                List.of(
                        writer.submit(recording("a", OTHER)),
                        writer.submit(recording("b", OWN)),
                        writer.submit(recording("c", OTHER)));

        writer.step();

        assertThat(done)
                .containsExactly(
                        "append a", "append b", "append c", "force till-2", "force till-1");
        assertThat(answers).allMatch(CompletableFuture::isDone);
    }

    @Test
    void a_later_force_of_a_journal_replaces_the_earlier() {
        var answers =
                List.of(
                        writer.submit(group -> touch(group, "force at head 1")),
                        writer.submit(group -> touch(group, "force at head 2")));

        writer.step();

        assertThat(done).containsExactly("force at head 2");
        assertThat(answers).allMatch(CompletableFuture::isDone);
    }

    @Test
    void a_group_has_a_maximum() {
        for (String name : List.of("a", "b", "c", "d"))
            assertThat(writer.submit(recording(name, OWN))).isNotDone();

        writer.step();
        assertThat(done).containsExactly("append a", "append b", "append c", "force till-1");

        writer.step();
        assertThat(done).endsWith("append d", "force till-1");
    }

    @Test
    void a_command_that_only_asks_needs_no_force() {
        CompletableFuture<Integer> answer = writer.submit(group -> 42);

        writer.step();

        assertThat(answer).isCompletedWithValue(42);
        assertThat(done).isEmpty();
    }

    @Test
    void bad_input_fails_only_its_own_command() {
        CompletableFuture<String> good = writer.submit(recording("good", OWN));
        CompletableFuture<String> bad = writer.submit(group -> refuse("no such PLU"));
        CompletableFuture<String> after = writer.submit(recording("after", OWN));

        writer.step();

        assertThat(good).isCompletedWithValue("good");
        assertThat(after).isCompletedWithValue("after");
        assertThatThrownBy(bad::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("no such PLU");
        assertThat(broken).isEmpty();
    }

    @Test
    void a_full_queue_says_not_now() {
        for (int i = 0; i < 4; i++) assertThat(writer.submit(recording("" + i, OWN))).isNotDone();

        CompletableFuture<String> fifth = writer.submit(recording("fifth", OWN));

        assertThat(fifth).isCompletedExceptionally();
        assertThatThrownBy(fifth::join)
                .hasRootCauseInstanceOf(NotNow.class)
                .hasMessageContaining("4 commands are waiting");
        writer.step();
        assertThat(done).doesNotContain("append fifth");
    }

    @Test
    void a_failed_force_fails_the_group_and_all_that_wait_and_is_never_retried() {
        CompletableFuture<String> first =
                writer.submit(group -> {
                    group.force(
                            OWN,
                            () -> {
                                done.add("force");
                                throw new UncheckedIOException(new IOException("I/O error"));
                            });
                    return "first";
                });
        CompletableFuture<String> second = writer.submit(recording("b", OTHER));
        CompletableFuture<String> third = writer.submit(recording("c", OTHER));
        CompletableFuture<String> waiting = writer.submit(recording("d", OTHER));

        writer.step();
        writer.step();

        for (CompletableFuture<String> command :
                List.of(first, second, third, waiting, writer.submit(recording("late", OWN))))
            assertThatThrownBy(command::join).hasRootCauseMessage("I/O error");
        assertThat(broken).singleElement().isInstanceOf(UncheckedIOException.class);
        assertThat(done).containsOnlyOnce("force").doesNotContain("append d", "force till-2");
    }

    @Test
    void a_decision_that_breaks_off_half_done_is_a_broken_promise() {
        CompletableFuture<String> half =
                writer.submit(group -> {
                    group.force(OWN, () -> done.add("force"));
                    return refuse("a bug after the append");
                });

        writer.step();

        assertThatThrownBy(half::join).hasRootCauseMessage("a bug after the append");
        assertThat(broken).hasSize(1);
        assertThat(done).isEmpty();
    }

    @Test
    void the_clean_stop_decides_what_waits_and_takes_no_more() {
        CompletableFuture<String> waiting = writer.submit(recording("waiting", OWN));

        writer.close();

        assertThat(waiting).isCompletedWithValue("waiting");
        assertThatThrownBy(writer.submit(recording("late", OWN))::join)
                .hasRootCauseInstanceOf(NotNow.class)
                .hasMessageContaining("stopping");
    }

    @Test
    void what_is_forced_is_answered_even_when_the_place_for_answers_is_closed() {
        SingleWriter orphan =
                new SingleWriter(
                        SingleWriter.Limits.usual(),
                        answer -> {
                            throw new RejectedExecutionException("closed");
                        },
                        broken::add);
        CompletableFuture<String> answer = orphan.submit(recording("a", OWN));

        orphan.step();

        assertThat(answer).isCompletedWithValue("a");
    }

    @Test
    void on_its_own_thread_every_command_is_decided_once_and_in_its_callers_order()
            throws InterruptedException {
        int callers = 8;
        int commands = 500;
        List<Integer> decided = new ArrayList<>();
        List<List<CompletableFuture<Integer>>> answers = new ArrayList<>();
        try (SingleWriter busy = writer(callers * commands, 64).start("writer")) {
            CountDownLatch all = new CountDownLatch(callers);
            for (int caller = 0; caller < callers; caller++) {
                List<CompletableFuture<Integer>> mine = new ArrayList<>();
                answers.add(mine);
                int first = caller * commands;
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; i < commands; i++) {
                                int command = first + i;
                                mine.add(
                                        busy.submit(group -> {
                                            decided.add(command);
                                            return command;
                                        }));
                            }
                            all.countDown();
                        });
            }
            all.await();
        }

        assertThat(decided).hasSize(callers * commands).doesNotHaveDuplicates();
        for (int caller = 0; caller < callers; caller++) {
            int mine = caller;
            assertThat(decided.stream().filter(command -> command / commands == mine)).isSorted();
            assertThat(answers.get(caller)).allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void who_waits_is_woken_by_the_writer_itself() {
        SingleWriter elsewhere =
                new SingleWriter(
                        SingleWriter.Limits.usual(), _ -> done.add("elsewhere"), broken::add);
        CompletableFuture<String> waiting = elsewhere.ask(recording("a", OWN));

        elsewhere.step();

        assertThat(waiting).isCompletedWithValue("a");
        assertThat(done).containsExactly("append a", "force till-1");
    }

    @Test
    void one_who_comes_back_alone_after_a_group_is_answered_too() {
        CompletableFuture<String> first = writer.submit(recording("a", OWN));
        CompletableFuture<String> second = writer.submit(recording("b", OWN));

        try (SingleWriter running = writer.start("writer")) {
            CompletableFuture.allOf(first, second).join();
            CompletableFuture<String> alone = running.ask(recording("c", OWN));

            assertThat(alone.join()).isEqualTo("c");
        }
    }

    @Test
    void those_who_were_answered_together_share_a_force_when_they_come_back() {
        CountDownLatch deciding = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        var before =
                List.of(writer.submit(recording("a", OWN)), writer.submit(recording("b", OWN)));

        try (SingleWriter running = writer.start("writer")) {
            before.forEach(CompletableFuture::join);
            CompletableFuture<String> first =
                    running.submit(group -> {
                        deciding.countDown();
                        awaited(back);
                        return recording("c", OWN).decide(group);
                    });
            awaited(deciding);
            CompletableFuture<String> second = running.submit(recording("d", OWN));
            back.countDown();
            CompletableFuture.allOf(first, second).join();
        }

        assertThat(done).endsWith("append c", "append d", "force till-1");
    }

    @Test
    void an_interrupted_caller_still_closes_the_writer() {
        SingleWriter running = writer(10, 10).start("writer");
        Thread.currentThread().interrupt();

        running.close();

        assertThat(Thread.interrupted()).isTrue();
    }

    private SingleWriter writer(int waitingMax, int groupMax) {
        return new SingleWriter(
                new SingleWriter.Limits(waitingMax, groupMax), Runnable::run, broken::add);
    }

    private Decision<String> recording(String name, JournalId journal) {
        return group -> {
            group.force(journal, () -> done.add("force " + journal.node().device()));
            done.add("append " + name);
            return name;
        };
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String touch(Group group, String force) {
        group.force(OWN, () -> done.add(force));
        return force;
    }

    @SuppressWarnings("DoNotCallSuggester") // stands for a decision that refuses
    private static String refuse(String why) {
        throw new IllegalArgumentException(why);
    }

    private static JournalId journal(String device) {
        return new JournalId(new NodeName("shop.example", "s001", device), 1);
    }
}
