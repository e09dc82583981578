package io.tidemark.node.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A caller that decides and forces for itself, with the writer's own thread beside it. */
@Timeout(60)
class LeadingTest {
    private static final JournalId JOURNAL =
            new JournalId(new NodeName("shop.example", "s001", "till-1"), 1);

    @TempDir private Path directory;
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final AtomicInteger forces = new AtomicInteger();
    private final List<String> decided = new ArrayList<>();
    private final SingleWriter writer =
            new SingleWriter(SingleWriter.Limits.usual(), Runnable::run, broken::set)
                    .start("writer");
    private final ExecutorService counter =
            Executors.newCachedThreadPool(new UndisturbedThread.Factory());

    @AfterEach
    void stop() {
        writer.close();
        counter.close();
    }

    @Test
    void who_is_alone_decides_on_its_own_thread() {
        assertThat(asked(_ -> Thread.currentThread()).join()).isInstanceOf(UndisturbedThread.class);
    }

    @Test
    void a_thread_that_an_interrupt_could_disturb_does_not() {
        assertThat(writer.ask(_ -> Thread.currentThread().getName()).join()).isEqualTo("writer");
    }

    @Test
    void who_comes_meanwhile_shares_a_force_behind_it_in_order() {
        Held first = new Held("first");
        CompletableFuture<String> leader = asked(first);
        first.awaitBegun();

        List<CompletableFuture<String>> behind =
                Stream.of("second", "third", "fourth").map(this::submitted).toList();
        assertThat(behind).noneMatch(CompletableFuture::isDone);
        first.letGo();
        behind.forEach(CompletableFuture::join);

        assertThat(leader.join()).isEqualTo("first");
        assertThat(decided).containsExactly("first", "second", "third", "fourth");
        assertThat(forces).hasValue(2);
    }

    @Test
    void nobody_overtakes_what_waits() {
        Held first = new Held("first");
        CompletableFuture<String> leader = asked(first);
        first.awaitBegun();
        CompletableFuture<String> waiting = submitted("waiting");

        CompletableFuture<String> later = asked(recording("later"));
        first.letGo();
        CompletableFuture.allOf(leader, waiting, later).join();

        assertThat(decided).containsExactly("first", "waiting", "later");
    }

    @Test
    void every_command_is_decided_once_and_answered() {
        int callers = 8;
        int commands = 300;
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            String caller = i + "-";
            all.add(
                    CompletableFuture.runAsync(
                            () -> {
                                for (int command = 0; command < commands; command++)
                                    writer.ask(recording(caller + command)).join();
                            },
                            counter));
        }

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

        assertThat(decided).hasSize(callers * commands).doesNotHaveDuplicates();
    }

    @Test
    void an_interrupt_meanwhile_closes_no_file_and_is_not_lost() throws IOException {
        try (FileChannel file =
                FileChannel.open(
                        directory.resolve("segment"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            CompletableFuture<Boolean> interruptedAfter =
                    CompletableFuture.supplyAsync(
                            () -> {
                                writer.ask(_ -> interruptedWhileWriting(file)).join();
                                return Thread.interrupted();
                            },
                            counter);

            assertThat(interruptedAfter.join()).isTrue();
            assertThat(file.isOpen()).isTrue();
        }
    }

    @Test
    void an_interrupt_at_any_other_time_comes_at_once() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        UndisturbedThread waiting =
                new UndisturbedThread(
                        () -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                        },
                        "waiting");
        waiting.start();

        waiting.interrupt();

        interrupted.await();
        waiting.join();
    }

    @Test
    void an_interrupt_that_came_before_waits_until_it_is_done() {
        CompletableFuture<List<Boolean>> interrupted =
                CompletableFuture.supplyAsync(
                        () -> {
                            Thread.currentThread().interrupt();
                            boolean within =
                                    writer.ask(_ -> Thread.currentThread().isInterrupted()).join();
                            return List.of(within, Thread.interrupted());
                        },
                        counter);

        assertThat(interrupted.join()).containsExactly(false, true);
    }

    @Test
    void a_force_that_fails_on_a_callers_thread_stops_the_writer_for_all() {
        CompletableFuture<String> failed =
                asked(group -> {
                    group.force(JOURNAL, LeadingTest::failing);
                    return "never";
                });

        assertThatThrownBy(failed::join).hasRootCauseMessage("I/O error");
        assertThat(broken.get()).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(submitted("late")::join).hasRootCauseMessage("I/O error");
        assertThat(decided).isEmpty();
    }

    @Test
    void who_waits_behind_a_caller_that_breaks_off_fails_with_it() {
        Held first = new Held("first");
        CompletableFuture<String> leader =
                asked(group -> refuse(first.decide(group) + " half done"));
        first.awaitBegun();
        CompletableFuture<String> behind = submitted("behind");

        first.letGo();

        assertThatThrownBy(leader::join).hasRootCauseMessage("first half done");
        assertThatThrownBy(behind::join).hasRootCauseMessage("first half done");
        assertThat(decided).containsExactly("first");
    }

    @Test
    void closing_waits_for_a_caller_that_decides_and_for_who_waits_behind_it()
            throws InterruptedException {
        Held first = new Held("first");
        CompletableFuture<String> leader = asked(first);
        first.awaitBegun();
        CompletableFuture<String> behind = submitted("behind");
        Thread closing = Thread.ofPlatform().start(writer::close);
        while (closing.getState() != Thread.State.WAITING) Thread.onSpinWait();

        first.letGo();
        closing.join();

        assertThat(leader.join()).isEqualTo("first");
        assertThat(behind).isCompletedWithValue("behind");
        assertThat(decided).containsExactly("first", "behind");
        assertThatThrownBy(asked(recording("late"))::join).hasMessageContaining("stopping");
    }

    @Test
    void bad_input_fails_only_its_own_command() {
        CompletableFuture<String> refused = asked(_ -> refuse("no such PLU"));

        assertThatThrownBy(refused::join).hasRootCauseMessage("no such PLU");
        assertThat(asked(recording("after")).join()).isEqualTo("after");
    }

    /** At the counter: by a thread that may decide for itself. */
    private <T> CompletableFuture<T> asked(Decision<T> decision) {
        return CompletableFuture.supplyAsync(() -> writer.ask(decision).join(), counter);
    }

    private CompletableFuture<String> submitted(String name) {
        return writer.submit(recording(name));
    }

    private Decision<String> recording(String name) {
        return group -> {
            group.force(JOURNAL, forces::incrementAndGet);
            decided.add(name);
            return name;
        };
    }

    /** A decision that has begun and waits to go on. */
    private final class Held implements Decision<String> {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final String name;

        Held(String name) {
            this.name = name;
        }

        @Override
        public String decide(Group group) {
            begun.countDown();
            awaited(goOn);
            return recording(name).decide(group);
        }

        void awaitBegun() {
            awaited(begun);
        }

        void letGo() {
            goOn.countDown();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long interruptedWhileWriting(FileChannel file) {
        try {
            Thread.currentThread().interrupt();
            int written = file.write(ByteBuffer.wrap(new byte[] {1}), 0);
            file.force(false);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void failing() {
        throw new UncheckedIOException(new IOException("I/O error"));
    }

    @SuppressWarnings("DoNotCallSuggester") // stands for a decision that refuses
    private static String refuse(String why) {
        throw new IllegalArgumentException(why);
    }
}
