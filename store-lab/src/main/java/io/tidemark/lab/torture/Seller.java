package io.tidemark.lab.torture;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.shop.DriverRecord;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi.Answer;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sells at one till, or looks after the goods with one handheld, without a break, and remembers
 * what the till answered.
 *
 * <pre>
 * answer                        what the seller does
 * 201                           remembers it: from now on it must be at every tier, once
 * none, 5xx, 429                whether it was recorded nobody knows: the same command again
 * 507, no room on the disk      no payment was taken: the command is given up, and must be nowhere
 * 4xx, a basket of another till  the gateway did not give it: nothing was recorded
 * any other                     a bug: the run ends
 * </pre>
 */
final class Seller implements Runnable {
    /** Longer than any harm and its recovery. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(4);

    private static final int PACE_MILLIS = 40;
    private static final int AGAIN_MILLIS = 25;
    private static final int NO_ROOM = 507;
    private static final int TOO_MANY = 429;

    private final LabTill till;
    private final Work work;
    private final boolean hasDrawer;
    private final Random pace = new Random();
    private final DriverRecord record;
    private final ReentrantLock serving = new ReentrantLock();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean open = true;

    private Seller(LabTill till, Work work, boolean hasDrawer, DriverRecord record) {
        this.till = till;
        this.work = work;
        this.hasDrawer = hasDrawer;
        this.record = record;
    }

    /**
     * @param waiting the store's suspended baskets
     */
    static Seller selling(LabTill till, Waiting waiting, Random random, DriverRecord record) {
        return new Seller(till, new TillWork(till.origin(), waiting, random), true, record);
    }

    static Seller keepingStock(LabTill handheld, Goods goods, DriverRecord record) {
        return new Seller(handheld, goods::next, false, record);
    }

    /** Whose day is opened with a float, and its drawer counted before it ends. */
    boolean hasDrawer() {
        return hasDrawer;
    }

    LabTill till() {
        return till;
    }

    @Override
    public void run() {
        while (open) {
            Patience.pause(pace.nextInt(PACE_MILLIS));
            serving.lock();
            try {
                if (open) say(work.next());
            } finally {
                serving.unlock();
            }
        }
    }

    /** After the customer who is being served, no other. */
    void close() {
        open = false;
    }

    /** Does this between two customers. */
    void between(Runnable work) {
        serving.lock();
        try {
            work.run();
        } finally {
            serving.unlock();
        }
    }

    /** Requests that got no answer, or one that says nothing. */
    long unanswered() {
        return unanswered.get();
    }

    /** Customers who were told before they paid that nothing can be recorded. */
    long refused() {
        return refused.get();
    }

    /** Has it recorded, however long that takes, unless the disk is full. */
    void say(Scripted step) {
        long until = System.nanoTime() + SILENCE_MAX.toNanos();
        while (System.nanoTime() < until) {
            try {
                Answer answer = till.api().post(step.path(), step.body());
                if (answer.isDone()) {
                    record.add(told(step, answer.body()), step, answer.body());
                    work.done(step, answer.body());
                    return;
                }
                if (answer.status() == NO_ROOM) {
                    refused.incrementAndGet();
                    if (step.kind().isReceipt()) return;
                } else if (answer.status() < 500 && answer.status() != TOO_MANY) {
                    if (work.mayBeRefused(step, answer)) return;
                    throw new LabFailed(
                            till.name() + " refused " + step.path() + ": " + answer.problem());
                } else unanswered.incrementAndGet();
            } catch (IOException | NodeFailed nobodyKnows) {
                unanswered.incrementAndGet();
            }
            Patience.pause(AGAIN_MILLIS);
        }
        throw new LabFailed(
                till.name() + " has not answered for " + SILENCE_MAX.toMinutes() + " minutes");
    }

    private Told told(Scripted step, JsonNode answer) {
        Told told = Told.of(till.origin(), step, answer);
        Expected is = new Expected(told.lines(), told.grossMinor());
        if (step.kind().isReceipt() && !is.equals(step.expected()))
            throw new LabFailed(
                    till.name() + " recorded " + is + " where it was asked for " + step.expected());
        return told;
    }
}
