package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpStatus;
import io.tidemark.node.paper.Articles;
import io.tidemark.node.paper.Paper;
import io.tidemark.node.paper.PrintedZ;
import io.tidemark.node.paper.StoreZPaper;
import io.tidemark.node.pdf.PdfPaper;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The store Z of a day and its supplements, on paper. */
final class StoreZPapers {
    private final StoreView view;
    private final StoreZPaper.Of of;

    StoreZPapers(StoreView view, Laboratory laboratory) {
        this.view = view;
        this.of =
                new StoreZPaper.Of(
                        view.gateway().organisation(), view.facts().inFull(), laboratory.is());
    }

    /**
     * @param all whether it lists all articles, not those alone that took in most
     * @throws Refusal while the day is not closed
     */
    List<Paper> of(LocalDate day, boolean all) {
        return papers(closed(day), all);
    }

    private List<Paper> papers(List<PrintedZ> closed, boolean all) {
        return StoreZPaper.ofDay(of, closed, Articles.of(all, view.names()));
    }

    /**
     * All of them in one file, dated as the last of them.
     *
     * @throws Refusal while the day is not closed
     */
    byte[] pdf(LocalDate day, boolean all) {
        List<PrintedZ> closed = closed(day);
        OffsetDateTime made = closed.getLast().made().at().orElseGet(() -> view.due(day));
        return PdfPaper.of(papers(closed, all), made);
    }

    private List<PrintedZ> closed(LocalDate day) {
        List<PrintedZ> closed = view.printedWhole(day);
        if (closed.isEmpty())
            throw new Refusal(HttpStatus.NOT_FOUND, day + " has not been closed yet");
        return closed;
    }
}
