package io.tidemark.cloud.ingest;

import io.tidemark.identity.Roster;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.sync.Known;
import io.tidemark.ledger.sync.Receiver;
import io.tidemark.ledger.sync.Verdict;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.Group;
import io.tidemark.node.writer.NotNow;
import io.tidemark.node.writer.SingleWriter;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The receiving end of the protocol. A message is examined and appended on the writer's thread;
 * when the writer's group is forced, the mark is signed on the thread that waited for it. So a mark
 * that leaves covers only what is on disk.
 */
public final class Intake {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration NO_ROOM_RETRY = Duration.ofSeconds(30);

    private final StoreJournals journals;
    private final Quarantine quarantine;
    private final SingleWriter writer;
    private final Identity identity;
    private final Runnable forced;

    /** Who signs the marks, where the last of each is noted, and the disk that they promise. */
    public record Identity(JournalId receiver, Signer signer, MarkNotes notes, Room room) {}

    /**
     * @param forced told after every force: there is more to follow
     */
    public Intake(
            StoreJournals journals,
            Quarantine quarantine,
            SingleWriter writer,
            Identity identity,
            Runnable forced) {
        this.journals = journals;
        this.quarantine = quarantine;
        this.writer = writer;
        this.identity = identity;
        this.forced = forced;
    }

    Answer hello(Roster.Member gateway, byte[] bytes) {
        try {
            Hello hello = Hello.parse(bytes);
            return receive(gateway, bytes, known -> Receiver.examine(hello, known));
        } catch (Malformed e) {
            return malformed(e);
        }
    }

    Answer batch(Roster.Member gateway, byte[] bytes) {
        try {
            Batch batch = Batch.parse(bytes);
            return receive(gateway, bytes, known -> Receiver.examine(batch, known));
        } catch (Malformed e) {
            return malformed(e);
        }
    }

    /** What the writer decided; the mark is not signed yet. */
    private sealed interface Decided {
        record Marked(Head head) implements Decided {}

        record Gap(Head head) implements Decided {}

        record Final(Answer answer) implements Decided {}
    }

    private Answer receive(Roster.Member gateway, byte[] bytes, Function<Known, Verdict> examine) {
        try {
            Decided decided = writer.submit(group -> decide(gateway, bytes, examine, group)).join();
            return switch (decided) {
                case Decided.Marked(Head head) -> new Answer.Marked(mark(gateway, head));
                case Decided.Gap(Head head) -> new Answer.Gap(mark(gateway, head));
                case Decided.Final(Answer answer) -> answer;
            };
        } catch (CompletionException e) {
            if (e.getCause() instanceof NotNow notNow)
                return new Answer.NotNow(notNow.retryAfter());
            throw e;
        }
    }

    private Decided decide(
            Roster.Member gateway, byte[] bytes, Function<Known, Verdict> examine, Group group) {
        StoreJournal journal = journals.of(gateway);
        Known known = journal.known(gateway, quarantine.holds(gateway.journal()));
        return switch (examine.apply(known)) {
            case Verdict.Fresh fresh -> append(journal, fresh, group);
            case Verdict.Known _ -> new Decided.Marked(known.head());
            case Verdict.Gap(Head after) -> new Decided.Gap(after);
            case Verdict.Forked(long at, var ours, var theirs) -> {
                quarantine.keep(gateway.journal(), at, bytes);
                yield new Decided.Final(new Answer.Forked(at, ours, theirs));
            }
            case Verdict.Refused(var reason, String why) ->
                    new Decided.Final(new Answer.Refused(reason, why));
        };
    }

    private Decided append(StoreJournal journal, Verdict.Fresh fresh, Group group) {
        if (identity.room().usableBytes() < Room.BYTES_MIN)
            return new Decided.Final(new Answer.NotNow(NO_ROOM_RETRY));
        if (!journal.hasRoomFor(fresh.entries()))
            return new Decided.Final(new Answer.NotNow(RETRY_AFTER));
        journal.append(fresh.entries(), fresh.head(), group, forced);
        return new Decided.Marked(fresh.head().head());
    }

    /** Signed after the force, and noted before it leaves. */
    private Mark mark(Roster.Member gateway, Head head) {
        Mark mark = Mark.sign(identity.receiver(), gateway.journal(), head, identity.signer());
        identity.notes().note(mark);
        return mark;
    }

    private static Answer malformed(Malformed e) {
        return new Answer.Refused(Answer.Reason.MALFORMED, String.valueOf(e.getMessage()));
    }
}
