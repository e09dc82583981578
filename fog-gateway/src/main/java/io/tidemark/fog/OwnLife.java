package io.tidemark.fog;

import io.tidemark.fog.store.EarlierLives;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.node.forks.Grants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which life of this gateway it is: the roster's epoch, or the last that a grant has let begin.
 *
 * @param journal the store's journal that is written now
 * @param earlier those before it, oldest first, and where each ended
 */
record OwnLife(JournalId journal, List<EarlierLives.Ended> earlier) {
    OwnLife {
        earlier = List.copyOf(earlier);
    }

    static OwnLife of(JournalId first, Grants grants) {
        List<EarlierLives.Ended> earlier = new ArrayList<>();
        JournalId now = first;
        for (Optional<EpochGrant> over = grants.ending(now);
                over.isPresent();
                over = grants.ending(now)) {
            earlier.add(new EarlierLives.Ended(now, over.get().end()));
            now = over.get().successor();
        }
        return new OwnLife(now, earlier);
    }
}
