package io.tidemark.fog.forks;

import io.tidemark.fog.forward.HeadOffice;
import io.tidemark.fog.forward.HeadOfficeAway;
import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells head office which forks stand, whenever that changes, and brings what was decided: grants
 * that head office has signed come down, and those that a person dropped here go up. What cannot be
 * said now is said later: nothing in the store waits for it.
 */
public final class ForkExchange implements AutoCloseable {
    /** Between two looks, give or take a half. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    /** Looks from one offer of what no device has acted on to the next: about half a minute. */
    private static final int LOOKS_PER_OFFER = 6;

    private static final String SUBJECT = "forks and grants";

    private final Forks forks;
    private final HeadOffice headOffice;
    private final Decided decided;
    private final Alerts alerts;
    private final Duration every;
    private final BackgroundLoop loop = new BackgroundLoop("forks", this::look);
    private List<Evidence> told = List.of();
    private boolean toldSinceStart;
    private boolean refused;
    private int looks;

    /**
     * Where what was decided goes.
     *
     * @param store whose grants they are
     * @param granted told of each new one
     * @param again offers once more what no device has acted on
     */
    public record Decided(
            Grants grants, String store, Consumer<EpochGrant> granted, Runnable again) {}

    /** Who is told and asked, and how often. */
    public record Asked(HeadOffice headOffice, Duration every) {}

    public ForkExchange(Forks forks, Asked asked, Decided decided, Alerts alerts) {
        this.forks = forks;
        this.headOffice = asked.headOffice();
        this.every = asked.every();
        this.decided = decided;
        this.alerts = alerts;
    }

    /**
     * @param halting for a bug: a fork that nobody hears of must not go unnoticed
     */
    public ForkExchange start(Halting halting) {
        loop.start(halting);
        return this;
    }

    @Override
    public void close() {
        loop.close();
    }

    private Rest look() {
        try {
            refused = false;
            takeDropped();
            if (++looks % LOOKS_PER_OFFER == 0) decided.again().run();
            clearSettled();
            tell(forks.evidence());
            exchangeGrants();
            alerts.clear(Alert.Kind.HEAD_OFFICE, SUBJECT);
            if (!refused) alerts.clear(Alert.Kind.GRANT, "grants");
        } catch (HeadOfficeAway away) {
            // All of it is said again at the next look. That head office is away shows elsewhere.
            toldSinceStart = false;
            if (away.isAnswer())
                alerts.raise(Alert.Kind.HEAD_OFFICE, SUBJECT, String.valueOf(away.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            refused("a grant cannot be kept on this gateway's disk: " + e.getMessage());
        }
        return Rest.about(every);
    }

    private void takeDropped() throws IOException {
        try {
            decided.grants().takeDropped(decided.granted());
        } catch (Malformed e) {
            refused(e.getMessage() + ". Remove the file, or put the right one there");
        }
    }

    private void clearSettled() {
        for (Forks.Decision decided : forks.settled()) {
            String device = decided.grant().continued().node().device();
            if (forks.idOf(device).isEmpty()) alerts.clear(Alert.Kind.FORKED, device);
        }
    }

    /** After a start head office is told once in any case: it may hold what no longer stands. */
    private void tell(List<Evidence> standing) throws HeadOfficeAway {
        if (toldSinceStart && standing.equals(told)) return;
        headOffice.report(standing);
        told = standing;
        toldSinceStart = true;
    }

    private void exchangeGrants() throws IOException {
        List<EpochGrant> theirs = headOffice.grants();
        for (EpochGrant grant : theirs) take(grant);
        for (EpochGrant ours : decided.grants().of(decided.store()))
            if (!theirs.contains(ours)) headOffice.show(ours);
    }

    private void take(EpochGrant grant) throws IOException {
        Optional<EpochGrant> ours = decided.grants().beginning(grant.successor());
        if (ours.isPresent() && isUnused(grant, ours.get())) return;
        boolean isNew = ours.isEmpty();
        try {
            decided.grants().keep(grant);
            if (isNew) decided.granted().accept(grant);
        } catch (Malformed e) {
            refused("what head office sent was not taken: " + e.getMessage());
        }
    }

    /** What the store goes by already stands; head office is shown it, and takes it over. */
    private boolean isUnused(EpochGrant grant, EpochGrant ours) {
        String subject = grant.successor().label();
        if (grant.equals(ours)) alerts.clear(Alert.Kind.GRANT, subject);
        else
            alerts.raise(
                    Alert.Kind.GRANT,
                    subject,
                    "two grants were signed for this journal. The one by "
                            + ours.approver()
                            + " came to this store first and stands; nobody acts on the one by "
                            + grant.approver());
        return !grant.equals(ours);
    }

    private void refused(String why) {
        refused = true;
        if (!loop.isClosing()) alerts.raise(Alert.Kind.GRANT, "grants", why);
    }
}
