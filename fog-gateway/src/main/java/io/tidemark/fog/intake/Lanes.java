package io.tidemark.fog.intake;

import io.tidemark.ledger.NodeName;
import io.tidemark.node.writer.Decision;
import io.tidemark.node.writer.SingleWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A lane for each device: what it sends is unpacked, checked, appended and forced there, in its
 * order, and beside what the others send. A till that is back after a week fills its own lane; the
 * others' sales wait for the disk's next force at most.
 *
 * <p>The broker hands over one message of a connection at a time, so that nearly nothing waits in a
 * lane, and the machine's scheduler shares the cores fairly among them.
 */
public final class Lanes implements AutoCloseable {
    /**
     * What may wait in one: a device's batch, greeting and question, and what its connection before
     * left, and a segment to be closed.
     */
    static final int WAITING_MAX = 8;

    private final Function<NodeName, SingleWriter> begin;
    private final Map<NodeName, SingleWriter> lanes = new ConcurrentHashMap<>();

    private Lanes(Function<NodeName, SingleWriter> begin) {
        this.begin = begin;
    }

    /**
     * Each with a thread of its own, begun when its device first comes.
     *
     * @param broken told when a force fails or a decision breaks off half done
     */
    public static Lanes threads(Consumer<Throwable> broken) {
        return new Lanes(device ->
                new SingleWriter(
                                new SingleWriter.Limits(WAITING_MAX, WAITING_MAX),
                                Runnable::run,
                                broken)
                        .start("lane-" + device.device()));
    }

    /** All in one, for whoever steps it. */
    public static Lanes all(SingleWriter writer) {
        return new Lanes(_ -> writer);
    }

    <T> CompletableFuture<T> submit(NodeName device, Decision<T> decision) {
        return lanes.computeIfAbsent(device, begin).submit(decision);
    }

    /**
     * Seals the device's current segment after what it has sent so far, so that it can be archived.
     */
    public void closeSegment(DeviceJournal journal) {
        var _ =
                submit(
                        journal.device(),
                        _ -> {
                            journal.closeSegment();
                            return journal.id();
                        });
    }

    /** Nothing more is taken; what was is on disk and answered. */
    @Override
    public void close() {
        lanes.values().forEach(SingleWriter::close);
    }
}
