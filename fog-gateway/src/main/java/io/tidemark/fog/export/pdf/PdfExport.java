package io.tidemark.fog.export.pdf;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.Survey;
import io.tidemark.node.paper.Articles;
import io.tidemark.node.paper.Paper;
import io.tidemark.node.paper.PrintedZ;
import io.tidemark.node.paper.StoreZPaper;
import io.tidemark.node.pdf.PdfPaper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the store Z and its supplements as the dashboard prints them with all articles, but for
 * what these are called: an export goes by the day's own receipts, not by today's master data.
 */
public final class PdfExport {
    private PdfExport() {}

    /** Does not close the stream. */
    public static void write(Survey survey, OutputStream out) {
        ClosedDay day = survey.day();
        List<PrintedZ> zs = day.printed().zs().get();
        List<Paper> papers =
                StoreZPaper.ofDay(day.printed().of(), zs, Articles.of(true, names(survey)));
        OffsetDateTime made = zs.getLast().made().at().orElseGet(() -> day.writing().at());
        try {
            out.write(PdfPaper.of(papers, made));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the receipts of the day told them. */
    private static Articles.Names names(Survey survey) {
        return new Articles.Names() {
            @Override
            public Map<String, String> of(Set<String> plus) {
                Map<String, String> names = new HashMap<>();
                survey.articles()
                        .forEach((plu, article) -> {
                            if (plus.contains(plu)) names.put(plu, article.description());
                        });
                return names;
            }

            @Override
            public String source() {
                return "the day's receipts";
            }
        };
    }
}
