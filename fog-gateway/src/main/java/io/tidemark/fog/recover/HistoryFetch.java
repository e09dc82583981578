package io.tidemark.fog.recover;

import io.tidemark.fog.forward.HeadOfficeAway;
import io.tidemark.fog.store.EarlierLives;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings back what earlier lives of this gateway recorded, from head office, while tills are served
 * already: only closing a day waits for it.
 */
public final class HistoryFetch implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final String SUBJECT = "earlier close-downs";

    private final EarlierLives lives;
    private final Rebuilding rebuilding;
    private final Target target;
    private final Alerts alerts;
    private final BackgroundLoop loop = new BackgroundLoop("history", this::turn);

    /** The journal that goes on from it, and the thread that writes it. */
    public record Target(StoreJournal store, SingleWriter writer, CurrencyCode currency) {}

    public HistoryFetch(EarlierLives lives, Rebuilding rebuilding, Target target, Alerts alerts) {
        this.lives = lives;
        this.rebuilding = rebuilding;
        this.target = target;
        this.alerts = alerts;
    }

    /** Does nothing where all of it is here. */
    public HistoryFetch start(Halting halting) {
        if (target.store().state().isWhole()) return this;
        loop.start(halting);
        return this;
    }

    @Override
    public void close() {
        loop.close();
    }

    private Rest turn() {
        return fetched() ? new Rest.End() : Rest.about(RETRY);
    }

    private boolean fetched() {
        try {
            for (EarlierLives.Ended life : lives.lives()) rebuilding.store(life.journal());
            Optional<StoreState> state = lives.state(target.currency());
            if (state.isEmpty()) return waits("head office has not all of it");
            target.writer()
                    .submit(_ -> {
                        target.store().goesOnFrom(state.get());
                        return state;
                    })
                    .join();
            alerts.clear(Alert.Kind.HISTORY, SUBJECT);
            return true;
        } catch (HeadOfficeAway e) {
            return waits("head office is away: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return waits("this gateway's disk: " + e.getMessage());
        }
    }

    private boolean waits(String why) {
        if (!loop.isClosing())
            alerts.raise(
                    Alert.Kind.HISTORY,
                    SUBJECT,
                    "this gateway was replaced, and the close-downs before it are not all here yet ("
                            + why
                            + "). Tills are served; days can be closed when they have come");
        return false;
    }
}
