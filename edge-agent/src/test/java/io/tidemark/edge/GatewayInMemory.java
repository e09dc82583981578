package io.tidemark.edge;

import io.tidemark.edge.sync.Channel;
import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.Uplink;
import io.tidemark.edge.sync.UplinkEvent;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.fetch.JournalAsk;
import io.tidemark.ledger.fetch.JournalPart;
import io.tidemark.ledger.masterdata.MasterAsk;
import io.tidemark.ledger.masterdata.MasterPart;
import io.tidemark.ledger.question.Answered;
import io.tidemark.ledger.question.Question;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import io.tidemark.node.packing.Packing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A gateway without a network: takes what continues its chain, marks it, and hands out master data.
 */
final class GatewayInMemory implements Uplink {
    final List<EntryBytes> entries = new CopyOnWriteArrayList<>();
    volatile byte @Nullable [] masterData;
    volatile boolean up = true;

    /** Sent after each greeting. */
    volatile @Nullable Continuation grant;

    /** What it replies to questions. */
    volatile Function<Subject, Reply> knows = _ -> new Reply.NotKnown();

    /** The latest journal that was greeted with; {@link #entries} are its. */
    volatile JournalId till;

    /** How far each journal that was ever greeted with has come. */
    final Map<JournalId, Head> heads = new ConcurrentHashMap<>();

    private final List<Batch> batches = new CopyOnWriteArrayList<>();
    private @Nullable Inbox inbox;
    private long connection;

    GatewayInMemory(JournalId till) {
        this.till = till;
    }

    GatewayInMemory answering(Inbox to) {
        inbox = to;
        return this;
    }

    @Override
    public void connect(long number, byte[] presence) {
        connection = number;
        tell(up ? new UplinkEvent.Up(number) : new UplinkEvent.Down(number, "nobody there"));
    }

    @Override
    public void say(Channel channel, byte[] payload) {
        if (!up) {
            tell(new UplinkEvent.Down(connection, "cut"));
            return;
        }
        switch (channel) {
            case HELLO -> greeted(Hello.parse(payload));
            case BATCH ->
                    answer(take(Batch.parse(Packing.unpacked(payload, Limits.BATCH_BYTES_MAX))));
            case MASTER_ASK -> hand(MasterAsk.parse(payload));
            case JOURNAL_ASK -> giveBack(JournalAsk.parse(payload));
            case PRESENCE,
                    ANSWER,
                    MASTER_PART,
                    JOURNAL_PART,
                    GRANT,
                    RELEASE,
                    TELEMETRY,
                    CLOCK,
                    QUESTION,
                    ANSWERED -> {}
        }
    }

    @Override
    public boolean mention(Channel channel, byte[] payload) {
        if (channel == Channel.QUESTION && up) {
            Question question = Question.parse(payload);
            byte[] answered =
                    new Answered(question.id(), knows.apply(question.subject())).toBytes();
            tell(new UplinkEvent.Heard(connection, Channel.ANSWERED, answered, 1));
        }
        return up;
    }

    /** A journal that was never seen begins; a grant is sent until it does. */
    private void greeted(Hello hello) {
        JournalId journal = hello.head().journal();
        if (journal.epoch() > till.epoch()) {
            till = journal;
            entries.clear();
        }
        answer(new Answer.Marked(mark(journal)));
        Continuation granted = grant;
        if (granted != null)
            tell(new UplinkEvent.Heard(connection, Channel.GRANT, granted.toBytes(), 1));
    }

    private Answer take(Batch batch) {
        JournalId journal = batch.origin();
        Head next = head(journal);
        if (batch.from() != next.sequence() + 1) return new Answer.Gap(mark(journal));
        for (EntryBytes entry : batch.entries()) next = next.then(entry);
        if (!next.equals(batch.head().head())
                || !batch.head().isBy(RunningTill.TILL_KEY.verifier()))
            return new Answer.Refused(
                    Answer.Reason.FORGED, "the signed head does not prove these entries");
        if (journal.equals(till)) entries.addAll(batch.entries());
        batches.add(batch);
        heads.put(journal, next);
        return new Answer.Marked(mark(journal));
    }

    private void hand(MasterAsk ask) {
        byte[] file = masterData;
        if (file == null) return;
        int end = Math.min(file.length, ask.offset() + Limits.MASTER_PART_BYTES_MAX);
        MasterPart part =
                new MasterPart(
                        1,
                        Hash.digest(file),
                        file.length,
                        ask.offset(),
                        Arrays.copyOfRange(file, ask.offset(), end));
        tell(new UplinkEvent.Heard(connection, Channel.MASTER_PART, part.toBytes(), 1));
    }

    private void giveBack(JournalAsk ask) {
        Optional<Batch> wanted =
                batches.stream()
                        .filter(batch -> batch.origin().epoch() == ask.epoch())
                        .filter(batch -> batch.from() <= ask.from() && ask.from() <= batch.last())
                        .findFirst();
        JournalPart part = new JournalPart(ask.epoch(), ask.from(), wanted);
        tell(new UplinkEvent.Heard(connection, Channel.JOURNAL_PART, part.toBytes(), 1));
    }

    private Head head(JournalId journal) {
        return heads.getOrDefault(journal, Head.genesis(journal));
    }

    private Mark mark(JournalId journal) {
        return Mark.sign(
                new JournalId(RunningTill.GATEWAY, 1),
                journal,
                head(journal),
                RunningTill.GATEWAY_KEY.signer());
    }

    private void answer(Answer answer) {
        tell(new UplinkEvent.Heard(connection, Channel.ANSWER, answer.toBytes(), 1));
    }

    private void tell(UplinkEvent event) {
        Inbox to = inbox;
        if (to == null || !to.offer(event)) throw new IllegalStateException("nobody to tell");
    }

    @Override
    public void done(UplinkEvent.Heard heard) {}

    @Override
    public void drop() {}

    @Override
    public void close() {}
}
