package io.tidemark.edge;

import io.tidemark.edge.epoch.KeptGrants;
import io.tidemark.edge.epoch.Succession;
import io.tidemark.edge.ledger.FollowedEpoch;
import io.tidemark.edge.record.Reserve;
import io.tidemark.edge.till.Desks;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.journal.Journal;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes a running till to its next epoch: what waits is recorded in the old journal, the next one
 * is begun, and the till goes on there. People at the till wait for that moment and notice no more
 * of it.
 */
final class ChangeOfEpoch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeOfEpoch.class);

    private final KeptGrants grants;
    private final Succession succession;
    private final TillLife.Lasting lasting;
    private final Desks desks;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile TillLife life;
    private boolean closed;

    /** By which it goes on, and what of it is known already. */
    record Rules(KeptGrants grants, Succession succession) {}

    ChangeOfEpoch(Rules rules, TillLife.Lasting lasting, Succession.Stand stand, Desks desks) {
        this.grants = rules.grants();
        this.succession = rules.succession();
        this.lasting = lasting;
        this.desks = desks;
        this.life = new TillLife(lasting, stand, this::take);
        desks.open(life.desk());
    }

    void connect() {
        changing.lock();
        try {
            life.connect(lasting.ports());
        } finally {
            changing.unlock();
        }
    }

    /** On the sync thread, which the change itself has to wait for: so it is done elsewhere. */
    private Optional<String> take(Continuation granted) {
        if (grants.has(granted.grant()) || hasGoneOnFrom(granted)) return Optional.empty();
        Optional<String> wrong = succession.wrongWith(granted, life.journal());
        if (wrong.isPresent()) return wrong;
        if (!hasRoomFor(granted))
            return Optional.of(
                    "the disk has no room for the branch. Free some space; the gateway sends it again");
        try {
            grants.keep(granted);
        } catch (IOException e) {
            return Optional.of("the disk did not take it (" + e.getMessage() + ")");
        }
        new Thread(() -> change(granted), "epoch").start();
        return Optional.empty();
    }

    /** By another grant, which came first: a person sees at the gateway which one stands. */
    private boolean hasGoneOnFrom(Continuation granted) {
        return life.stand().journals().earlier().stream()
                .anyMatch(journal -> journal.id().equals(granted.grant().continued()));
    }

    /** Frames and signatures take less than the entries themselves. */
    private boolean hasRoomFor(Continuation granted) {
        Journal journal = life.journal();
        long from = granted.grant().shared().sequence() + 1;
        AtomicLong bytes = new AtomicLong();
        if (!granted.grant().replacesDevice() && from <= journal.forced().sequence())
            journal.replay(from, (_, _, entry) -> bytes.addAndGet(2L * entry.size()));
        return lasting.ports().room().usableBytes() >= bytes.get() + Reserve.BYTES_MIN;
    }

    /** Broken off anywhere, the next start completes it: the grant is on disk. */
    private void change(Continuation granted) {
        changing.lock();
        try {
            if (!closed) goOn(granted);
        } catch (RuntimeException | Error e) {
            // Nobody waits for this thread. Whatever it was, the till is between two journals.
            lasting.ports().broken().accept(e);
        } finally {
            changing.unlock();
        }
    }

    private void goOn(Continuation granted) {
        desks.shut();
        TillLife before = life;
        before.close();
        before.journal().close();
        Succession.Stand stand = succession.next(before.stand(), granted);
        boolean isOther = !stand.workplace().journal().equals(before.journal().id());
        lasting.journals().set(stand.journals());
        TillLife next = new TillLife(lasting, stand, this::take);
        life = next;
        lasting.projection().forced();
        if (isOther)
            lasting.projection()
                    .follow(FollowedEpoch.of(next.journal().id(), lasting.journals()::get));
        desks.open(next.desk());
        next.connect(lasting.ports());
        LOG.info("this till goes on: {}", granted.grant());
    }

    @Override
    public void close() {
        changing.lock();
        try {
            closed = true;
            life.close();
        } finally {
            changing.unlock();
        }
    }
}
