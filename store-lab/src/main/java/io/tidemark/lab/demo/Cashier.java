package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.DriverRecord;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi.Answer;
import io.tidemark.lab.shop.OutstandingRequest;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.ShopClock;
import io.tidemark.lab.shop.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Says one till's script at its hours, and remembers what the till answered. A command that got no
 * answer is said again, with its id, until there is one. Between two steps it does what {@link
 * Chaos} asks of it.
 */
final class Cashier implements Runnable {
    /** From a request to the first byte in the journal. */
    private static final Duration WRITING_MAX = Duration.ofMillis(50);

    /** How far another till may be behind on a slow machine. */
    private static final Duration OTHERS_MAX = Duration.ofMinutes(10);

    private static final long PAUSE_MILLIS = 50;

    private final LabTill till;
    private final List<Act> script;
    private final Asking asking;
    private final ShopClock clock;
    private final Driver driver;
    private final BlockingQueue<CompletableFuture<Told>> wanted = new LinkedBlockingQueue<>();
    private final AtomicReference<Optional<KillWanted>> kill =
            new AtomicReference<>(Optional.empty());
    private boolean open;

    /**
     * What the cashiers of a store share.
     *
     * @param chaosIsOver before it is, no till is counted and closed
     */
    record Driver(DriverRecord record, Progress progress, CompletableFuture<Void> chaosIsOver) {}

    /**
     * How it went when the till was killed with a request outstanding.
     *
     * @param answered whether the answer came all the same, so that the fault did not bite
     * @param repeated whether the till, asked again, already had the entry
     */
    record Kill(Told told, boolean answered, boolean repeated) {}

    private record KillWanted(boolean onceWritten, CompletableFuture<Kill> done) {}

    Cashier(LabTill till, List<Act> script, ShopClock clock, Driver driver) {
        this.till = till;
        this.script = script;
        this.clock = clock;
        this.driver = driver;
        this.asking = new Asking(till, driver.progress());
    }

    LabTill till() {
        return till;
    }

    /** What the driver reckons that the till's drawers must hold, by tender and currency. */
    Map<String, Long> held() {
        return driver.record().moneyTold(till.origin()).held();
    }

    /** Sales and returns in the script, wherever they are finished. */
    int receipts() {
        return script.stream().mapToInt(Act::receipts).sum();
    }

    @Override
    public void run() {
        for (Act act : script) {
            await(act);
            act.perform(this);
        }
    }

    /** Has the till record an entry that is no sale, as soon as the cashier is free. */
    CompletableFuture<Told> wantAnEntry() {
        var told = new CompletableFuture<Told>();
        wanted.add(told);
        return told;
    }

    /** Has something recorded if there is no sale just now. */
    void nudge() {
        wanted.add(new CompletableFuture<>());
    }

    /**
     * Kills the till with its next request outstanding, and starts it again.
     *
     * @param onceWritten whether to wait until the till has begun to write the entry, which is a
     *     race with its answer
     */
    CompletableFuture<Kill> killWithTheNextRequest(boolean onceWritten) {
        var wanted = new KillWanted(onceWritten, new CompletableFuture<>());
        kill.set(Optional.of(wanted));
        return wanted.done();
    }

    /** Somebody else has to do something first; meanwhile what chaos asks for is done. */
    <T> T await(String what, CompletableFuture<T> other) {
        Instant end = Instant.now().plus(OTHERS_MAX);
        while (!other.isDone() && Instant.now().isBefore(end)) serve(pause(), Instant.now());
        return Patience.result(what, other);
    }

    /** Who is late still does what was asked for in between. */
    private void await(Act act) {
        if (open) serve(Optional.ofNullable(wanted.poll()), act.at());
        Instant due = clock.realAt(act.at());
        while (Instant.now().isBefore(due) || (act.isClosing() && !driver.chaosIsOver().isDone()))
            serve(pause(), act.at());
    }

    private void serve(Optional<CompletableFuture<Told>> asked, Instant at) {
        asked.ifPresent(told -> told.complete(say(TillScript.noSale(at))));
    }

    /** Ends early if an entry is wanted. */
    private Optional<CompletableFuture<Told>> pause() {
        try {
            return Optional.ofNullable(wanted.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailed("interrupted", e);
        }
    }

    /** Has the till record this step now. */
    Told say(Scripted step) {
        Optional<KillWanted> killed = kill.getAndSet(Optional.empty());
        boolean answered =
                killed.map(wanted -> killedWith(step, wanted.onceWritten())).orElse(false);
        Answer answer = asking.untilDone(step);
        Told told = remember(step, answer.body());
        killed.ifPresent(one -> one.done().complete(new Kill(told, answered, answer.repeated())));
        return told;
    }

    /** The same, for who needs the whole answer. */
    JsonNode hear(Scripted step) {
        JsonNode answer = asking.untilDone(step).body();
        remember(step, answer);
        return answer;
    }

    /** The same, but it may be refused. Whether it was done. */
    boolean attempt(Scripted step) {
        Answer answer = asking.untilAnswered(step);
        if (answer.isDone()) remember(step, answer.body());
        return answer.isDone();
    }

    private Told remember(Scripted step, JsonNode answer) {
        open |= step.kind() == Scripted.Kind.OPEN_DAY;
        Told told = told(step, answer);
        driver.record().add(told, step, answer);
        driver.progress().told(told);
        return told;
    }

    /** Returns whether the till answered before it died. */
    private boolean killedWith(Scripted step, boolean onceWritten) {
        boolean answered;
        long before = till.journalBytes();
        try (var request =
                OutstandingRequest.post(till.api().uri(step.path()), step.body().toString())) {
            if (onceWritten) awaitWriting(before);
            till.node().kill();
            answered = request.wasAnswered();
        } catch (IOException e) {
            throw new UncheckedIOException(till.name() + " took no request to be killed with", e);
        }
        till.node().start();
        return answered;
    }

    private void awaitWriting(long before) {
        long until = System.nanoTime() + WRITING_MAX.toNanos();
        while (till.journalBytes() == before && System.nanoTime() < until) Thread.onSpinWait();
    }

    /**
     * What an answer to this step says. @throws LabFailed if it is not what the step must come to
     */
    Told told(Scripted step, JsonNode answer) {
        Told told = Told.of(till.origin(), step, answer);
        if (step.kind().isReceipt()) requireExpected(step, told);
        return told;
    }

    private void requireExpected(Scripted step, Told told) {
        var is = new Scripted.Expected(told.lines(), told.grossMinor());
        if (!is.equals(step.expected()))
            throw new LabFailed(
                    till.name()
                            + " recorded invoice "
                            + step.reference()
                            + " as "
                            + is
                            + ", where the file says "
                            + step.expected());
    }
}
