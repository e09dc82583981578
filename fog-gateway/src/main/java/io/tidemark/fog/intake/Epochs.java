package io.tidemark.fog.intake;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.node.forks.Grants;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides which journal a message is for, and which may begin: the one that the roster names, or
 * one that a grant lets go on from another. The grant came before, or it stands in the journal's
 * first entry. The journal that it goes on from takes nothing more.
 *
 * <p>Called in the lane of the device whose message it is, but for {@link #granted}.
 */
public final class Epochs {
    private static final Duration NO_ROOM_RETRY = Duration.ofSeconds(10);

    private final DeviceJournals journals;
    private final Grants grants;
    private final Function<NodeName, Verifier> verifiers;

    /**
     * @param verifiers of each device's signature
     */
    public Epochs(DeviceJournals journals, Grants grants, Function<NodeName, Verifier> verifiers) {
        this.journals = journals;
        this.grants = grants;
        this.verifiers = verifiers;
        journals.all().forEach(this::endsAsGranted);
    }

    /** What a message is for. */
    sealed interface For {
        record Journal(DeviceJournal journal) implements For {}

        /** For one that is damaged here: what is wanted of it may be among it. */
        record Damaged(Healing healing) implements For {}

        /** For none: this is what its sender is told. */
        record Nothing(Answer answer) implements For {}
    }

    /** From now on the journal that it ends takes nothing more. For any thread. */
    public void granted(EpochGrant grant) {
        journals.of(grant.continued()).ifPresent(this::endsAsGranted);
    }

    /** Of two grants upon one journal, the one that a journal has begun with counts. */
    void endsAsGranted(DeviceJournal journal) {
        journals.all().stream()
                .flatMap(each -> each.continues().stream())
                .map(JournalContinued::grant)
                .filter(grant -> grant.continued().equals(journal.id()))
                .findFirst()
                .or(() -> grants.ending(journal.id()))
                .ifPresent(journal::endsWith);
    }

    private DeviceJournal begin(JournalId about) {
        DeviceJournal begun = journals.begin(about);
        endsAsGranted(begun);
        return begun;
    }

    /**
     * Whether a device that greets so has gone on from this journal, and only brings what this
     * gateway may lack of it.
     */
    boolean bringsEarlier(Hello hello) {
        return grants.all().stream()
                .filter(grant -> grant.continued().equals(hello.head().journal()))
                .filter(grant -> !isAwaited(grant))
                .anyMatch(grant -> grant.shared().equals(hello.head().head()));
    }

    /** Whether this epoch may begin and has not begun at its device, as far as it came here. */
    public boolean isAwaited(EpochGrant grant) {
        return journals.of(grant.successor())
                .filter(journal -> journal.received().sequence() > 0)
                .isEmpty();
    }

    /**
     * @param from whose certificate the connection has
     */
    For of(NodeName from, Hello hello) {
        JournalId about = hello.head().journal();
        Optional<Healing> damaged = journals.healing(about).filter(_ -> isOf(from, about));
        if (damaged.isPresent()) return new For.Damaged(damaged.get());
        Optional<DeviceJournal> begun = journals.of(about).filter(each -> isOf(from, about));
        if (begun.isPresent()) return new For.Journal(begun.get());
        DeviceJournal latest = latest(from);
        if (!isOf(latest.device(), about)) return new For.Journal(latest);
        if (!hello.head().isBy(verifiers.apply(from)))
            return refused(Answer.Reason.FORGED, "the signature is not the sender's");
        if (grants.beginning(about).isPresent()) return new For.Journal(begin(about));
        // Its first entry may bring the grant that this gateway has not heard of.
        return new For.Nothing(new Answer.Marked(journals.markOfNothing(about)));
    }

    /**
     * @param from whose certificate the connection has
     */
    For of(NodeName from, Batch batch) {
        JournalId about = batch.origin();
        Optional<Healing> damaged = journals.healing(about).filter(_ -> isOf(from, about));
        if (damaged.isPresent()) return new For.Damaged(damaged.get());
        DeviceJournal latest = latest(from);
        Optional<DeviceJournal> begun = journals.of(about).filter(each -> isOf(from, about));
        if (begun.isEmpty() && !isOf(latest.device(), about)) return new For.Journal(latest);
        boolean isFirst = begun.filter(each -> each.received().sequence() > 0).isEmpty();
        return isFirst ? first(batch, begun) : new For.Journal(begun.orElseThrow());
    }

    private For first(Batch batch, Optional<DeviceJournal> begun) {
        if (batch.from() > 1)
            return begun.<For>map(For.Journal::new).orElseGet(() -> notGranted(batch.origin()));
        Optional<JournalContinued> continued = DeviceDays.continuing(batch.entries().getFirst());
        if (continued.isPresent()) return granted(batch, continued.get(), begun);
        boolean mustContinue = grants.beginning(batch.origin()).isPresent();
        return begun.filter(_ -> !mustContinue)
                .<For>map(For.Journal::new)
                .orElseGet(() -> notGranted(batch.origin()));
    }

    private For granted(Batch batch, JournalContinued first, Optional<DeviceJournal> begun) {
        JournalId about = batch.origin();
        EpochGrant grant = first.grant();
        if (!grant.successor().equals(about)) return notGranted(about);
        if (!batch.head().isBy(verifiers.apply(about.node())))
            return refused(Answer.Reason.FORGED, "the signature is not the sender's");
        try {
            // It has begun with this one, whatever else was signed for it: nobody is locked out.
            grants.settle(grant);
        } catch (Malformed e) {
            return refused(Answer.Reason.UNKNOWN_EPOCH, String.valueOf(e.getMessage()));
        } catch (IOException full) {
            return new For.Nothing(new Answer.NotNow(NO_ROOM_RETRY));
        }
        granted(grant);
        return new For.Journal(begun.orElseGet(() -> begin(about)));
    }

    private DeviceJournal latest(NodeName from) {
        return journals.of(from)
                .orElseThrow(() -> new Malformed(from + " keeps no journal of this store"));
    }

    private static boolean isOf(NodeName from, JournalId about) {
        return about.node().equals(from);
    }

    private static For notGranted(JournalId about) {
        return refused(
                Answer.Reason.UNKNOWN_EPOCH,
                "nobody granted "
                        + about.node().device()
                        + " epoch "
                        + about.epoch()
                        + ": head office does, on the page of its fork, or whoever has the store's"
                        + " recovery key");
    }

    private static For refused(Answer.Reason reason, String why) {
        return new For.Nothing(new Answer.Refused(reason, why));
    }
}
