package io.tidemark.lab.simulate;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.seal.DayLeaf;
import io.tidemark.ledger.seal.StoreLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's own journals: what head office accepted of its earlier lives, and the one that it
 * writes. Together they tell which days are closed.
 */
final class StoreJournals {
    private static final int KEY = 1;

    private final Machine machine;
    private final List<Journal> earlier = new ArrayList<>();
    private final Journal own;
    private final Branches branches = new Branches();
    private final List<Filed> filed = new ArrayList<>();
    private final List<Closing> closings = new ArrayList<>();
    private StoreLog log = StoreLog.EMPTY;
    private StoreHistory history;
    private long signed;
    private long figuresFrom;

    /** A close-down, and where it stands. */
    private record Filed(JournalId journal, long sequence, StoreDayClosed closed) {}

    /**
     * A close-down of the journal that is written.
     *
     * @param first where what belongs to it begins: its articles' figures stand before it
     * @param before what was closed then
     */
    record Closing(long first, long sequence, StoreDayClosed closed, StoreHistory before) {}

    StoreJournals(Machine machine) {
        this.machine = machine;
        this.history = StoreHistory.none(machine.world().currency());
        this.own = open();
        signLog();
    }

    private Journal open() {
        List<JournalId> lives = machine.journalIds();
        for (JournalId life : lives.subList(0, lives.size() - 1))
            if (isHere(accepted(life)))
                earlier.add(
                        new Journals(machine)
                                .open(
                                        accepted(life),
                                        life,
                                        (at, hash, bytes) -> file(life, at, bytes)));
        Optional<Journal> before =
                lives.size() == 1 ? Optional.empty() : opened(lives.get(lives.size() - 2));
        JournalId life = lives.getLast();
        Journal newest = open(life, (at, hash, bytes) -> file(life, at, bytes));
        machine.world().decisions().beginning(life).ifPresent(over -> begin(newest, over, before));
        return newest;
    }

    /** What this disk has of an earlier life, which may part from what was accepted. */
    private Optional<Journal> opened(JournalId life) {
        return isHere(life.label())
                ? Optional.of(open(life, EntryVisitor.NOBODY))
                : Optional.empty();
    }

    private boolean isHere(String directory) {
        return machine.disk().exists(directory);
    }

    /** The directory with what head office accepted of an earlier life. */
    static String accepted(JournalId life) {
        return life.label() + ".accepted";
    }

    private Journal open(JournalId id, EntryVisitor visitor) {
        Replayed replayed = new Replayed(visitor);
        Journal opened = new Journals(machine).open(id, replayed);
        machine.world().oracle().reopenedByOrigin(id, replayed);
        return opened;
    }

    private void begin(Journal newest, Continuation over, Optional<Journal> before) {
        new Beginning(machine, over)
                .of(
                        newest,
                        before,
                        new Beginning.Writing(
                                (from, _) -> entry(machine.today(), null, from),
                                bytes -> append(newest, bytes)));
    }

    private void file(JournalId journal, long sequence, EntryBytes bytes) {
        Event event = EntryCodec.decode(bytes).event();
        branches.entry(journal, sequence, event);
        boolean isFigures = event instanceof StoreDayProducts;
        if (isFigures && figuresFrom == 0) figuresFrom = sequence;
        if (event instanceof StoreLogSigned head && !branches.has(journal, sequence))
            signed = head.size();
        if (event instanceof StoreDayClosed closed) {
            if (branches.isUnfiled(journal, sequence, closed)) unfiled(bytes);
            else file(journal, sequence, closed, bytes);
        }
        if (!isFigures) figuresFrom = 0;
    }

    /** On a branch: kept and shown, and nobody's day. */
    private void unfiled(EntryBytes closeDown) {
        machine.world().oracle().notBorneOut().borneOut(closeDown);
    }

    private void file(JournalId journal, long sequence, StoreDayClosed closed, EntryBytes bytes) {
        filed.add(new Filed(journal, sequence, closed));
        if (journal.equals(machine.journalId()))
            closings.add(
                    new Closing(
                            figuresFrom == 0 ? sequence : figuresFrom, sequence, closed, history));
        history = history.then(closed);
        log = DayLeaf.of(closed, bytes).map(log::then).orElse(log);
    }

    /**
     * Signs the log where its last head is not about all of it: a power cut took that, or this is
     * another life of the gateway than the one that closed.
     */
    private void signLog() {
        if (signed == log.size()) return;
        append(own, entry(log.days().getLast().day(), null, logHead()));
        machine.world().parts().force(own, machine.world().keysOf(machine).signer());
    }

    private StoreLogSigned logHead() {
        return StoreLogSigned.of(
                machine.world()
                        .parts()
                        .logged(log)
                        .sign(machine.name(), machine.world().keysOf(machine).signer()));
    }

    /** Those of the journal that is written, in its order. */
    List<Closing> closings() {
        return closings;
    }

    /** The one that is written. */
    Journal own() {
        return own;
    }

    /** Of the gateways before this one, as head office gave them back. */
    List<Journal> earlier() {
        return earlier;
    }

    StoreHistory history() {
        return history;
    }

    /** What was closed up to an entry of the journal that is written. */
    StoreHistory historyAt(long sequence) {
        StoreHistory then = StoreHistory.none(machine.world().currency());
        for (Filed each : filed)
            if (!each.journal().equals(own.id()) || each.sequence() <= sequence)
                then = then.then(each.closed());
        return then;
    }

    /** On disk when it returns. */
    void append(CloseDown.Folded folded) {
        StoreDayClosed closed = folded.closed();
        folded.products().forEach(part -> append(own, entry(closed.day(), null, part)));
        EntryBytes bytes = entry(closed.day(), machine.world().newCommand(), closed);
        machine.world().oracle().notBorneOut().signed(bytes);
        append(own, bytes);
        append(own, entry(closed.day(), null, logHead()));
        machine.world().parts().force(own, machine.world().keysOf(machine).signer());
    }

    private void append(Journal journal, EntryBytes bytes) {
        Head head = journal.append(bytes);
        machine.world().oracle().wrote(journal.id(), head, bytes, EntryCodec.decode(bytes));
        file(journal.id(), head.sequence(), bytes);
    }

    private EntryBytes entry(LocalDate day, @Nullable CommandId command, Event event) {
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        command,
                        command == null ? 0 : 1,
                        "gateway",
                        "manager",
                        0,
                        day,
                        machine.businessNow().atOffset(ZoneOffset.UTC),
                        0,
                        0,
                        KEY);
        return EntryCodec.encode(new Entry(header, event));
    }
}
