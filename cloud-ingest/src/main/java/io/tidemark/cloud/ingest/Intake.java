package io.tidemark.cloud.ingest;

import io.tidemark.identity.Roster;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.Decision;
import io.tidemark.node.writer.Group;
import io.tidemark.node.writer.NotNow;
import io.tidemark.node.writer.SingleWriter;
import java.time.Duration;
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
    private final Room room;
    private final Runnable forced;

    /**
     * @param room of the disk that a mark promises
     * @param forced told after every force: there is more to follow
     */
    public Intake(StoreJournals journals, SingleWriter writer, Room room, Runnable forced) {
        this.journals = journals;
        this.writer = writer;
        this.room = room;
        this.forced = forced;
    }

    Answer hello(Roster.Member gateway, byte[] bytes) {
        try {
            Hello hello = Hello.parse(bytes);
            return answered(group -> journals.of(gateway).hello(gateway.name(), hello));
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

    private Answer batch(Roster.Member gateway, Batch batch, Group group) {
        if (room.usableBytes() < Room.BYTES_MIN) return new Answer.NotNow(NO_ROOM_RETRY);
        ReceivedJournal journal = journals.of(gateway);
        group.force(journal.id(), () -> force(journal));
        return journal.batch(gateway.name(), batch).answer();
    }

    private void force(ReceivedJournal journal) {
        journal.force();
        forced.run();
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
