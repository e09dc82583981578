package io.tidemark.edge;

import io.tidemark.edge.sync.MarkFile;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.JournalView;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;

/**
 * A journal that begins where the gateway has marked entries of it was there and is gone. A till
 * that began it again would give out the same numbers twice, and what cashiers were told would be
 * gone without a word.
 */
final class LostJournal {
    private LostJournal() {}

    /**
     * @throws CannotRun if there is nothing of the journal, and a mark says there was
     */
    static void require(TillSite site, JournalId journal) {
        new MarkFile(site.markFile())
                .read()
                .filter(mark -> mark.origin().equals(journal) && isOurs(mark, site))
                .filter(mark -> isGone(site, journal))
                .ifPresent(mark -> {
                    throw lost(mark, site);
                });
    }

    private static boolean isOurs(Mark mark, TillSite site) {
        return mark.sequence() > 0 && mark.isBy(site.gateway(), site.keys().gateway());
    }

    private static boolean isGone(TillSite site, JournalId journal) {
        FileStorage storage = FileStorage.toRead(site.journalDirectory(journal));
        return new JournalView(journal, storage, site.journalKey()).parts().isEmpty();
    }

    private static CannotRun lost(Mark mark, TillSite site) {
        return new CannotRun(
                ExitCode.DAMAGED,
                "the journal "
                        + mark.origin().label()
                        + " is gone from "
                        + site.journalDirectory(mark.origin())
                        + ", and the gateway has marked it up to entry "
                        + mark.sequence()
                        + ". Put its directory back if it was moved. If it is lost, export at the gateway where it"
                        + " stands, have `./tidemark provision epoch` grant the next epoch upon that, and start"
                        + " this till with --grant FILE; what it recorded after that"
                        + " mark and never sent is on the lost disk only");
    }
}
