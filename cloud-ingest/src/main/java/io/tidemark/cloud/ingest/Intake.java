package io.tidemark.cloud.ingest;

import io.tidemark.cloud.forks.Deciding;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.Decision;
import io.tidemark.node.writer.Group;
import io.tidemark.node.writer.NotNow;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * The receiving end of the protocol. A message is judged and appended on the writer's thread; its
 * answer is told only when the writer's group is forced. So a mark that leaves covers only what is
 * on disk.
 */
public final class Intake {
    private static final Duration NO_ROOM_RETRY = Duration.ofSeconds(30);

    private final StoreJournals journals;
    private final SingleWriter writer;
    private final Ports ports;

    /** Who follows what is received. */
    public interface Followers {
        /** A journal of a new epoch begins. */
        void begun(Journal journal);

        /** There is more to follow. */
        void forced();
    }

    /**
     * @param room of the disk that a mark promises
     * @param grants which epochs may begin, and which are over
     */
    public record Ports(Room room, Grants grants, Followers followers) {}

    public Intake(StoreJournals journals, SingleWriter writer, Ports ports) {
        this.journals = journals;
        this.writer = writer;
        this.ports = ports;
    }

    Answer hello(Roster.Member gateway, byte[] bytes) {
        try {
            Hello hello = Hello.parse(bytes);
            return answered(group -> hello(gateway, hello));
        } catch (Malformed e) {
            return malformed(e);
        }
    }

    Answer batch(Roster.Member gateway, byte[] bytes) {
        try {
            Batch batch = Batch.parse(bytes);
            return answered(group -> batch(gateway, batch, group));
        } catch (Malformed e) {
            return malformed(e);
        }
    }

    /** Between two messages, so that what ends is exactly what was marked. */
    public Optional<EpochGrant> end(Roster.Member gateway, Deciding.Ending ending)
            throws IOException {
        try {
            return Optional.of(
                    writer.submit(
                                    group -> {
                                        ReceivedJournal journal = current(gateway);
                                        journal.force();
                                        return granted(journal, ending);
                                    })
                            .join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException disk) throw disk.getCause();
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    private static EpochGrant granted(ReceivedJournal journal, Deciding.Ending ending) {
        try {
            return ending.of(EpochGrant.Between.ending(journal.id(), journal.received()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The roster's, or the last one that was granted. */
    private ReceivedJournal current(Roster.Member gateway) {
        JournalId id = gateway.journal();
        for (Optional<EpochGrant> over = ports.grants().ending(id);
                over.isPresent();
                over = ports.grants().ending(id)) id = over.get().successor();
        return journal(gateway, id);
    }

    private Answer hello(Roster.Member gateway, Hello hello) {
        Optional<Answer> over = over(gateway, hello.head().journal());
        if (over.isPresent()) return over.get();
        return journal(gateway, hello.head().journal()).hello(gateway.name(), hello);
    }

    /**
     * An epoch that another one goes on from takes nothing more, nor one of which the key is no
     * longer in the roster: what came in it could not be checked.
     */
    private Optional<Answer> over(Roster.Member gateway, JournalId journal) {
        if (journal.node().equals(gateway.name()) && journal.epoch() < gateway.epoch())
            return Optional.of(
                    new Answer.Refused(
                            Answer.Reason.UNKNOWN_EPOCH,
                            "its key was replaced; go on in epoch " + gateway.epoch()));
        return ports.grants()
                .ending(journal)
                .map(grant ->
                        new Answer.Refused(
                                Answer.Reason.UNKNOWN_EPOCH,
                                "it ended at entry "
                                        + grant.end().sequence()
                                        + "; go on in epoch "
                                        + grant.successor().epoch()));
    }

    /** An epoch that nobody granted is judged, and refused, by the one that counts. */
    private ReceivedJournal journal(Roster.Member gateway, JournalId about) {
        if (!about.node().equals(gateway.name())) return journals.of(gateway);
        return journals.of(about)
                .or(() -> ports.grants().beginning(about).map(grant -> begun(grant.successor())))
                .orElseGet(() -> journals.of(gateway));
    }

    private ReceivedJournal begun(JournalId id) {
        ReceivedJournal journal = journals.begin(id);
        ports.followers().begun(journal.journal());
        return journal;
    }

    private Answer batch(Roster.Member gateway, Batch batch, Group group) {
        Optional<Answer> over = over(gateway, batch.origin());
        if (over.isPresent()) return over.get();
        if (ports.room().usableBytes() < Room.BYTES_MIN) return new Answer.NotNow(NO_ROOM_RETRY);
        ReceivedJournal journal = journal(gateway, batch.origin());
        group.force(journal.id(), () -> force(journal));
        return journal.batch(gateway.name(), batch).answer();
    }

    private void force(ReceivedJournal journal) {
        journal.force();
        ports.followers().forced();
    }

    private Answer answered(Decision<Answer> decision) {
        try {
            return writer.submit(decision).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NotNow notNow)
                return new Answer.NotNow(notNow.retryAfter());
            throw e;
        }
    }

    private static Answer malformed(Malformed e) {
        return new Answer.Refused(Answer.Reason.MALFORMED, String.valueOf(e.getMessage()));
    }
}
