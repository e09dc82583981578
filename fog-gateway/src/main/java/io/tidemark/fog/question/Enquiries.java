package io.tidemark.fog.question;

import io.tidemark.fog.broker.Dealt;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.question.Answered;
import io.tidemark.ledger.question.Question;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import io.tidemark.node.projection.ProjectionUnavailable;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes questions off the broker's threads and has them answered on its own few: a device's sales
 * never wait behind what somebody looks up.
 */
public final class Enquiries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Enquiries.class);

    private static final int THREADS = 2;

    /** Questions that wait, of all devices. Who finds no room is told so. */
    static final int WAITING_MAX = 64;

    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private static final Reply BUSY =
            new Reply.NotAnswered("the gateway has too many questions just now; ask again");

    private final Answering answering;
    private final BiConsumer<NodeName, byte[]> tell;
    private final QuestionRate rate;
    private final ThreadPoolExecutor threads;

    /** What is known to whom; called by any thread. */
    @FunctionalInterface
    public interface Answering {
        Reply to(NodeName device, Subject subject);
    }

    /**
     * @param tell sends a reply to a device, or loses it
     */
    public Enquiries(Answering answering, BiConsumer<NodeName, byte[]> tell, QuestionRate rate) {
        this.answering = answering;
        this.tell = tell;
        this.rate = rate;
        this.threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING_MAX),
                        Thread.ofPlatform().daemon().name("enquiries-", 1).factory());
    }

    /** On the broker's thread: takes it, and returns at once. */
    public Dealt arrived(NodeName from, byte[] payload) {
        Question question;
        try {
            question = Question.parse(payload);
        } catch (Malformed e) {
            return Dealt.refused(Dealt.Code.UNREADABLE, String.valueOf(e.getMessage()));
        }
        if (!rate.allows(from))
            return Dealt.refused(Dealt.Code.NOT_NOW, "too many questions; ask again in a second");
        try {
            threads.execute(() -> answer(from, question));
        } catch (RejectedExecutionException full) {
            reply(from, question, BUSY);
        }
        return Dealt.taken();
    }

    private void answer(NodeName from, Question question) {
        try {
            reply(from, question, answering.to(from, question.subject()));
        } catch (ProjectionUnavailable e) {
            reply(from, question, new Reply.NotAnswered(String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            // A bug in a look-up must not stop the store's intake; whoever asked is told.
            LOG.error("a question of {} could not be answered: {}", from, question, e);
            reply(from, question, new Reply.NotAnswered("the gateway failed on this question"));
        }
    }

    private void reply(NodeName to, Question question, Reply reply) {
        tell.accept(to, new Answered(question.id(), reply).toBytes());
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_MAX.toSeconds(), TimeUnit.SECONDS))
                LOG.warn("a question is still being answered while the gateway stops");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
