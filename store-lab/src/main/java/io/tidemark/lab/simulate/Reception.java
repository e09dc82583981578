package io.tidemark.lab.simulate;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.receive.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The receiving half of a node: takes what connections bring, forces what was appended in groups,
 * and only then lets the answers leave. Everything is shown to the oracle on its way.
 */
final class Reception {
    private static final int GROUP_MILLIS = 4;

    private final Machine machine;
    private final Keys keys;
    private final Tables tables;
    private final Map<String, Receiving> journals = new TreeMap<>();
    private final Map<JournalId, Answer.Wanted> wanted = new LinkedHashMap<>();
    private final Peers peers;
    private final List<Reply> replies = new ArrayList<>();
    private final Map<Receiving, List<EntryBytes>> appended = new LinkedHashMap<>();

    private record Reply(Wire wire, int connection, Answer answer) {}

    /** What follows the journals: told of every entry, in order, once it is forced. */
    interface Tables {
        void entry(JournalId journal, long sequence, EntryBytes entry);

        /** In the place of a receipt that was given up here. */
        default void pruned(JournalId journal, PrunedEntry left) {
            throw new EntryPruned(left);
        }

        /** A device has greeted with this journal. */
        default void greeted(JournalId journal) {}

        void forced();
    }

    Reception(Machine machine, Tables tables, List<JournalId> enrolled) {
        this.machine = machine;
        this.keys = machine.world().keysOf(machine);
        this.tables = tables;
        this.peers = new Peers(machine);
        enrolled.forEach(this::open);
        tables.forced();
    }

    /** A journal is received from now on. */
    void open(JournalId id) {
        World world = machine.world();
        Replayed replayed = new Replayed(following(id));
        Receiving real = new ByDesign(new Journals(machine).received(id, replayed));
        journals.put(id.label(), world.parts().receiving(real, machine.journalId(), keys));
        world.decisions().ending(id).ifPresent(this::ends);
        world.oracle().reopenedByReceiver(machine.journalId(), id, replayed);
    }

    private EntryVisitor following(JournalId id) {
        return new EntryVisitor() {
            @Override
            public void entry(long sequence, Hash hash, EntryBytes entry) {
                tables.entry(id, sequence, entry);
            }

            @Override
            public void pruned(PrunedEntry left) {
                tables.pruned(id, left);
            }
        };
    }

    private void ends(Continuation over) {
        EpochGrant grant = over.grant();
        of(grant.continued()).endsAt(grant.shared(), grant.end());
    }

    /** A person has decided: the journal ends, and another one goes on from it. */
    void decided(Continuation over) {
        ends(over);
        open(over.grant().successor());
        peers.offer(over);
    }

    Peers peers() {
        return peers;
    }

    Receiving of(JournalId id) {
        Receiving receiving = journals.get(id.label());
        if (receiving == null) throw new IllegalArgumentException(id + " is not received here");
        return receiving;
    }

    List<Receiving> journals() {
        return List.copyOf(journals.values());
    }

    /** Whether all that was appended is forced: where a journal stands can be said for good. */
    boolean isSettled() {
        return appended.isEmpty();
    }

    void receive(Wire wire, Parcel parcel) {
        if (parcel.kind() == Parcel.Kind.CONNECT) {
            peers.connected(wire, parcel.connection());
            return;
        }
        if (peers.connection(wire) != parcel.connection()) return;
        if (parcel.kind() == Parcel.Kind.PING) {
            wire.toClient(Parcel.of(parcel.connection(), Parcel.Kind.PONG));
            return;
        }
        if (parcel.kind() == Parcel.Kind.BATCH)
            wire.toClient(
                    new Parcel(
                            parcel.connection(), Parcel.Kind.TAKEN, new byte[0], parcel.number()));
        Answer answer = machine.disk().isFull() ? busy() : answer(wire.client().name(), parcel);
        if (parcel.kind() == Parcel.Kind.HELLO)
            greeted(wire, Hello.parse(parcel.bytes()).head().journal());
        reply(new Reply(wire, parcel.connection(), answer));
    }

    private void greeted(Wire wire, JournalId journal) {
        peers.greeted(wire, journal);
        tables.greeted(journal);
    }

    private static Answer busy() {
        return new Answer.NotNow(Duration.ofSeconds(5));
    }

    private Answer answer(NodeName peer, Parcel parcel) {
        if (parcel.kind() == Parcel.Kind.HELLO) {
            Hello hello = Hello.parse(parcel.bytes());
            return hello(peer, hello);
        }
        return batch(peer, Batch.parse(parcel.bytes()));
    }

    private Answer hello(NodeName peer, Hello hello) {
        Receiving receiving = journals.get(hello.head().journal().label());
        if (receiving == null) return unknown();
        boolean forked = meets(receiving, hello.head().head());
        Answer answer = receiving.hello(peer, hello);
        judge(receiving, peer, hello.head().journal(), forked, answer);
        return answer;
    }

    private Answer batch(NodeName peer, Batch batch) {
        Receiving receiving = journals.get(batch.origin().label());
        if (receiving == null) return unknown();
        boolean forked = meets(receiving, batch);
        Taken taken = receiving.batch(peer, batch);
        judge(receiving, peer, batch.origin(), forked, taken.answer());
        if (!taken.appended().isEmpty())
            appended.computeIfAbsent(receiving, _ -> new ArrayList<>()).addAll(taken.appended());
        return taken.answer() instanceof Answer.Marked marked
                ? askedAgain(batch.origin(), marked)
                : taken.answer();
    }

    /** These are to be sent once more, by whoever sends of this journal next. */
    void want(JournalId journal, long from, long to) {
        wanted.put(journal, new Answer.Wanted(from, to));
    }

    private Answer askedAgain(JournalId journal, Answer otherwise) {
        Answer.@Nullable Wanted again = wanted.remove(journal);
        return again == null ? otherwise : again;
    }

    private static Answer unknown() {
        return new Answer.Refused(Answer.Reason.UNKNOWN_EPOCH, "not enrolled here");
    }

    private void judge(
            Receiving receiving, NodeName peer, JournalId origin, boolean forked, Answer answer) {
        Oracle oracle = machine.world().oracle();
        if (!peer.equals(origin.node())) Oracle.spokeForAnother(peer, origin, answer);
        else if (forked) Exchanges.sawFork(origin, isNoticed(receiving, answer));
        if (answer instanceof Answer.Forked)
            oracle.exchanges().foundFork(machine.name(), origin, machine.name());
    }

    /** Kept, and not taken for what was accepted; or not looked at yet. */
    private static boolean isNoticed(Receiving receiving, Answer answer) {
        return answer instanceof Answer.NotNow
                || (receiving.quarantined() && !(answer instanceof Answer.Marked));
    }

    /** Another hash than ours at a sequence that is forced here. */
    static boolean meets(Receiving receiving, Head theirs) {
        return theirs.sequence() <= receiving.journal().forced().sequence()
                && !receiving.journal().hashAt(theirs.sequence()).equals(theirs.hash());
    }

    static boolean meets(Receiving receiving, Batch batch) {
        long forced = receiving.journal().forced().sequence();
        if (batch.from() > forced) return false;
        Head at = new Head(batch.from() - 1, receiving.journal().hashAt(batch.from() - 1));
        for (EntryBytes entry : batch.entries()) {
            if (at.sequence() == forced) return false;
            at = at.then(entry);
        }
        return meets(receiving, at);
    }

    private void reply(Reply reply) {
        replies.add(reply);
        if (replies.size() == 1)
            machine.later(1 + machine.random().nextInt(GROUP_MILLIS), this::force);
    }

    /** One force for all that came in the meantime; then, a moment later, the answers. */
    void force() {
        appended.forEach(this::force);
        appended.clear();
        tables.forced();
        List<Reply> told = List.copyOf(replies);
        replies.clear();
        if (!told.isEmpty()) machine.later(1, () -> told.forEach(this::tell));
    }

    private void force(Receiving receiving, List<EntryBytes> entries) {
        receiving.force();
        JournalId id = receiving.journal().id();
        Head forced = receiving.journal().forced();
        long sequence = forced.sequence() - entries.size();
        machine.world().oracle().received(machine.name(), id, forced, entries);
        for (EntryBytes entry : entries) tables.entry(id, ++sequence, entry);
    }

    private void tell(Reply reply) {
        switch (reply.answer()) {
            case Answer.Marked(Mark mark) -> machine.world().oracle().marks().leaves(mark);
            case Answer.Gap(Mark mark) -> machine.world().oracle().marks().leaves(mark);
            case Answer.Forked _, Answer.NotNow _, Answer.Refused _, Answer.Wanted _ -> {}
        }
        reply.wire()
                .toClient(
                        Parcel.of(
                                reply.connection(), Parcel.Kind.ANSWER, reply.answer().toBytes()));
    }
}
