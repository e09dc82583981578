package io.tidemark.fog.intake;

import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices a device that greets again and again and brings nothing of what a replaced gateway lacks:
 * it has pruned these entries, and can only go away and come back. For any thread; of one device in
 * its lane alone.
 */
final class NotBrought {
    /** A line that fails now and then lets a batch through sooner. */
    private static final int GREETINGS_MAX = 3;

    private final Alerts alerts;
    private final Map<JournalId, Greeted> greeted = new ConcurrentHashMap<>();

    /**
     * @param times in a row, with nothing brought between
     */
    private record Greeted(long received, int times) {
        Greeted again(long now) {
            return new Greeted(now, now == received ? times + 1 : 1);
        }
    }

    NotBrought(Alerts alerts) {
        this.alerts = alerts;
    }

    void greeted(DeviceJournal journal, Hello hello) {
        long received = journal.received().sequence();
        if (journal.isQuarantined() || journal.isEnded()) return; // It shows a branch of its own.
        if (!hello.head().journal().equals(journal.id()) || hello.head().sequence() <= received)
            return;
        Greeted now =
                greeted.compute(
                        journal.id(),
                        (_, before) ->
                                before == null ? new Greeted(received, 1) : before.again(received));
        if (now.times() == GREETINGS_MAX) raise(journal.id(), received);
    }

    void brought(JournalId journal) {
        Greeted before = greeted.remove(journal);
        if (before != null && before.times() >= GREETINGS_MAX)
            alerts.clear(Alert.Kind.HISTORY, journal.node().device());
    }

    private void raise(JournalId journal, long received) {
        alerts.raise(
                Alert.Kind.HISTORY,
                journal.node().device(),
                "this replaced gateway lacks its entries of "
                        + journal.label()
                        + " from "
                        + (received + 1)
                        + " on, and it has come "
                        + GREETINGS_MAX
                        + " times without bringing any: see on its page whether it has pruned them. If"
                        + " so, stop this gateway, run `./tidemark gateway recover DIR --recovery-key"
                        + " FILE --recovery-passphrase-file FILE` with the store's recovery key, which"
                        + " has them from head office's archive, and start it again. The till sells on");
    }
}
