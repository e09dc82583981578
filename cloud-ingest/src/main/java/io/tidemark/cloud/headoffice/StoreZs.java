package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.ledger.StoreZ;
import io.tidemark.cloud.masterdata.Publishing;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.paper.Articles;
import io.tidemark.node.paper.Paper;
import io.tidemark.node.paper.PrintedZ;
import io.tidemark.node.paper.StoreZPaper;
import io.tidemark.node.paper.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The store Zs of a day with their articles, as pages and papers show them. */
final class StoreZs {
    private final Overview overview;
    private final Publishing publishing;

    StoreZs(Overview overview, Publishing publishing) {
        this.overview = overview;
        this.publishing = publishing;
    }

    /** A close-down, and the articles that its journal has of it. */
    record Whole(StoreZ z, FiledArticles articles) {
        PrintedZ printed() {
            return z.printed(articles.rows());
        }
    }

    /** The Z, then its supplements; empty where nothing is filed. */
    List<Whole> of(String store, LocalDate day) {
        List<Journal> journals = overview.journals();
        return overview.storeZs(store, day).stream()
                .map(z -> new Whole(z, FiledArticles.of(z, journals)))
                .toList();
    }

    Optional<Whole> of(String store, LocalDate day, int supplement) {
        return of(store, day).stream()
                .filter(whole -> whole.z().filed().supplement() == supplement)
                .findFirst();
    }

    /** For the page of a day. */
    List<Page.Day.Z> shown(String store, LocalDate day) {
        return of(store, day).stream().map(this::shown).toList();
    }

    private Page.Day.Z shown(Whole whole) {
        List<Table> sections = StoreZPaper.sections(whole.printed(), Articles.best(names()));
        return new Page.Day.Z(whole.z(), sections, whole.articles().fault());
    }

    /**
     * @param all whether they list all articles, not those alone that took in most
     */
    List<Paper> papers(StoreFacts store, LocalDate day, boolean all) {
        StoreZPaper.Of of =
                new StoreZPaper.Of(
                        overview.roster().organisation(),
                        store.inFull(),
                        overview.roster().laboratory());
        List<PrintedZ> printed = of(store.store(), day).stream().map(Whole::printed).toList();
        return StoreZPaper.ofDay(of, printed, Articles.of(all, names()));
    }

    Articles.Names names() {
        return publishing.names();
    }
}
