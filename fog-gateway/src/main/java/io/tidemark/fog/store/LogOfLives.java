package io.tidemark.fog.store;

import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.seal.LogFold;
import java.util.List;

/** The store's log as its journals have it, life after life of its gateway. */
public final class LogOfLives {
    private LogOfLives() {}

    /**
     * @param own the journal that is written now
     */
    public static LogFold of(EarlierLives earlier, Journal own, Roster roster) {
        JournalId last = own.id();
        int keyOf = roster.member(last.node()).map(Roster.Member::epoch).orElse(1);
        List<EarlierLives.Ended> lives = earlier.lives();
        JournalId first = lives.isEmpty() ? last : lives.getFirst().journal();
        LogFold fold = new LogFold(first, first.epoch() >= keyOf, roster.verifier(last.node()));
        for (EarlierLives.Ended life : lives) {
            fold.begins(life.journal(), life.journal().epoch() >= keyOf);
            earlier.show(life, fold);
        }
        fold.begins(last, true);
        if (own.forced().sequence() > 0) own.replay(1, fold);
        return fold;
    }
}
