package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Replay;
import io.tidemark.edge.record.Till;
import io.tidemark.edge.record.Workplace;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.Journal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The journals of a till's lives as its disk has them. The newest is written; one that a grant let
 * begin starts with what it goes on from and the branch that is taken in.
 */
final class TillLives {
    private static final String GRANTS = "grants";

    private final Machine machine;
    private final List<Journal> journals = new ArrayList<>();
    private Till till;
    private Workplace place;

    TillLives(Machine machine, TillSite site) {
        this.machine = machine;
        this.place = site.workplace();
        this.till = new Till(place);
        open(site.provisioned());
        for (Optional<Continuation> next = kept(place.journal());
                next.isPresent();
                next = kept(place.journal())) {
            place = place.in(next.get().grant().successor());
            till = till.successor(place);
            open(next);
        }
        site.writes(place.journal());
    }

    List<Journal> all() {
        return List.copyOf(journals);
    }

    Journal newest() {
        return journals.getLast();
    }

    /** As the newest journal tells it. */
    Till till() {
        return till;
    }

    /** Whether the newest journal may go on so: who may allowed it, and it fits what is here. */
    boolean fits(Continuation offered) {
        EpochGrant grant = offered.grant();
        Head shared = grant.shared();
        Keys keys = machine.world().keysOf(machine);
        return machine.world().parts().accepts(offered, keys.authority())
                && grant.continued().equals(newest().id())
                && !grant.replacesDevice()
                && shared.sequence() <= newest().forced().sequence()
                && newest().hashAt(shared.sequence()).equals(shared.hash());
    }

    /** On disk when it returns; the next start goes on from it. */
    void keep(Continuation granted) {
        note(granted.grant().continued()).writeAndForce(granted.toBytes());
    }

    private Optional<Continuation> kept(JournalId ended) {
        return note(ended).read().map(Continuation::parse);
    }

    private Note note(JournalId ended) {
        return new Note(machine.disk().directory(GRANTS), ended.label());
    }

    private void open(Optional<Continuation> allowed) {
        JournalId id = place.journal();
        Replayed replayed = new Replayed(new Replay(till));
        Journal opened = new Journals(machine).open(id, replayed);
        machine.world().oracle().reopenedByOrigin(id, replayed);
        Optional<Journal> before =
                journals.isEmpty() ? Optional.empty() : Optional.of(journals.getLast());
        journals.add(opened);
        allowed.ifPresent(each ->
                new Beginning(machine, each)
                        .of(opened, before, new Beginning.Writing(this::first, this::append)));
    }

    /** As of the last entry before it: who begins once more begins with the same bytes. */
    private EntryBytes first(JournalContinued from, Optional<Journal> before) {
        Instant at =
                before.filter(each -> each.forced().sequence() > 0)
                        .map(each -> entry(each, each.forced().sequence()))
                        .map(entry -> EntryCodec.header(entry).at().toInstant())
                        .orElseGet(machine::businessNow);
        LocalDate day =
                from.forkedAt() == 0
                        ? till.dayAt(at)
                        : EntryCodec.header(entry(before.orElseThrow(), from.forkedAt()))
                                .businessDay();
        return EntryCodec.encode(till.continuing(from, day, at));
    }

    private static EntryBytes entry(Journal journal, long sequence) {
        return journal.read(sequence, 1).entries().getFirst();
    }

    Head append(EntryBytes bytes) {
        Head head = newest().append(bytes);
        var entry = EntryCodec.decode(bytes);
        till.apply(head, entry);
        machine.world().oracle().wrote(newest().id(), head, bytes, entry);
        return head;
    }
}
