package io.tidemark.node.pdf;

import io.tidemark.node.paper.Paper;
import io.tidemark.node.paper.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Writes papers into one PDF of A4 pages, each beginning on a page of its own. */
public final class PdfPaper {
    private static final float TITLE = 15;
    private static final float DAY = 11;
    private static final float TEXT = 9;
    private static final float GAP = 14;

    private final Pen pen;

    private PdfPaper(Pen pen) {
        this.pen = pen;
    }

    /**
     * The same papers give the same bytes; its date and its id are theirs, not today's.
     *
     * @param made when they were
     */
    public static byte[] of(List<Paper> papers, OffsetDateTime made) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentInformation(about(papers.getFirst(), made));
            document.setDocumentId(made.toInstant().toEpochMilli());
            Lettering lettering = Lettering.in(document);
            for (Paper paper : papers) write(paper, document, lettering);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF cannot be written in memory", e);
        }
    }

    private static PDDocumentInformation about(Paper paper, OffsetDateTime made) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(paper.head().title() + ", " + paper.head().store());
        about.setAuthor(paper.head().organisation());
        about.setCreator("Tidemark");
        about.setCreationDate(GregorianCalendar.from(made.toZonedDateTime()));
        return about;
    }

    private static void write(Paper paper, PDDocument document, Lettering lettering)
            throws IOException {
        Paper.Head head = paper.head();
        try (Pen pen = new Pen(document, lettering)) {
            PdfPaper pdf = new PdfPaper(pen);
            pdf.head(head);
            for (Table table : paper.tables()) pdf.table(table);
            pdf.foot(paper.foot());
            pen.number(head.store() + " · " + head.title() + " · " + head.status());
        }
    }

    private void head(Paper.Head head) throws IOException {
        pen.centred(head.organisation(), TEXT, false);
        pen.centred(head.store(), TITLE, true);
        pen.centred(head.title(), TITLE, true);
        pen.centred(head.day(), DAY, false);
        pen.centred("Status: " + head.status(), DAY, true);
        for (String note : head.notes()) pen.centred(note, TEXT, false);
        pen.down(GAP);
    }

    private void table(Table table) throws IOException {
        new PdfTable(table, pen).draw();
        pen.down(GAP);
    }

    private void foot(List<String> lines) throws IOException {
        pen.rule();
        for (String line : lines) pen.centred(line, TEXT, false);
        pen.down(2 * GAP);
        pen.left("Checked by ______________________________     Date ____________________", TEXT);
    }
}
