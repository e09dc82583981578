package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Decision;
import io.tidemark.edge.record.Recorded;
import io.tidemark.edge.record.Till;
import io.tidemark.lab.simulate.Cashier.Question;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.journal.Journal;
import java.util.ArrayList;
import java.util.List;

/** A till's process: decides, appends, forces, answers, and sends. */
final class TillNode implements Node {
    private static final int GROUP_MILLIS = 3;

    private final Machine machine;
    private final TillSite site;
    private final Keys keys;
    private final Till till;
    private final Journal journal;
    private final SyncLink link;
    private final List<Question> waiting = new ArrayList<>();

    /** An answer that may leave once the group is forced. */
    private record Answered(Question question, Cashier.Reply reply) {}

    TillNode(Machine machine, TillSite site) {
        this.machine = machine;
        this.site = site;
        this.keys = machine.world().keysOf(machine);
        this.till = new Till(site.workplace());
        this.journal = open();
        this.link =
                new SyncLink(
                        machine,
                        machine.world().wireOf(machine),
                        journal,
                        keys,
                        SyncLink.noteIn(machine, "sync"));
        machine.later(0, link::pump);
    }

    private Journal open() {
        Replayed replayed = new Replayed();
        Journal opened =
                machine.world()
                        .openJournal(
                                machine,
                                site.journal(),
                                (sequence, hash, bytes) -> {
                                    till.apply(new Head(sequence, hash), EntryCodec.decode(bytes));
                                    replayed.entry(sequence, hash, bytes);
                                });
        machine.world().oracle().reopenedByOrigin(site.journal(), replayed.hashes());
        return opened;
    }

    boolean isQuarantined() {
        return link.isQuarantined();
    }

    Journal journal() {
        return journal;
    }

    void ask(Question question) {
        waiting.add(question);
        if (waiting.size() == 1)
            machine.later(1 + machine.random().nextInt(GROUP_MILLIS), this::write);
    }

    private void write() {
        List<Answered> answers = new ArrayList<>();
        for (Question question : waiting) answers.add(new Answered(question, decide(question)));
        waiting.clear();
        machine.world().parts().force(journal, keys.signer());
        machine.later(
                1,
                () -> answers.forEach(each -> site.cashier().hear(each.question(), each.reply())));
        link.pump();
    }

    private Cashier.Reply decide(Question question) {
        return switch (machine.world().parts().decide(till, question.command(), machine.now())) {
            case Decision.Append(List<Entry> entries) ->
                    machine.disk().isFull() ? new Cashier.Reply.NoRoom() : append(entries);
            case Decision.Repeated(Recorded before) ->
                    new Cashier.Reply.Done(before.first(), before.last());
            case Decision.Conflict _ -> new Cashier.Reply.Conflict();
            case Decision.Refused(var refusal) -> new Cashier.Reply.Refused(refusal);
        };
    }

    private Cashier.Reply append(List<Entry> entries) {
        long first = journal.head().sequence() + 1;
        for (Entry entry : entries) {
            EntryBytes bytes = EntryCodec.encode(entry);
            Head head = journal.append(bytes);
            till.apply(head, entry);
            machine.world().oracle().wrote(site.journal(), head, bytes, entry);
        }
        return new Cashier.Reply.Done(first, journal.head().sequence());
    }

    @Override
    public void receive(Wire wire, Parcel parcel) {
        link.receive(parcel);
    }
}
