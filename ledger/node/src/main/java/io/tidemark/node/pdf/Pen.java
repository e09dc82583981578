package io.tidemark.node.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes one paper from the top of its first page down, and turns the page where it is full. Sizes
 * are in points, 1/72 of an inch.
 */
final class Pen implements AutoCloseable {
    static final float MARGIN = 43;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float BOTTOM = MARGIN + 20;
    private static final float LEADING = 1.35f;
    private static final float NUMBERS = 7.5f;
    private static final float STROKE_OF_BOLD = 0.03f;

    private final PDDocument document;
    private final Lettering lettering;
    private final List<PDPage> pages = new ArrayList<>();
    private @Nullable PDPageContentStream stream;
    private float y;

    Pen(PDDocument document, Lettering lettering) {
        this.document = document;
        this.lettering = lettering;
    }

    Lettering lettering() {
        return lettering;
    }

    static float lineHeight(float size) {
        return size * LEADING;
    }

    /** Whether this much fits on the page that is begun. */
    boolean hasRoom(float height) {
        return stream != null && y - height >= BOTTOM;
    }

    /** As much as fits on an empty page. */
    static float pageHeight() {
        return TOP - BOTTOM;
    }

    void down(float height) {
        y -= height;
    }

    void turn() throws IOException {
        if (stream != null) stream.close();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        stream = new PDPageContentStream(document, page);
        y = TOP;
    }

    /** In several lines where one does not hold it. */
    void centred(String text, float size, boolean bold) throws IOException {
        for (String shown : lettering.wrapped(text, size, WIDTH)) {
            line(size);
            write(shown, MARGIN + (WIDTH - lettering.width(shown, size)) / 2, size, bold);
        }
    }

    /** In several lines where one does not hold it. */
    void left(String text, float size) throws IOException {
        for (String shown : lettering.wrapped(text, size, WIDTH)) {
            line(size);
            write(shown, MARGIN, size, false);
        }
    }

    void rule() throws IOException {
        line(2);
        on().setLineWidth(0.5f);
        on().setStrokingColor(0.6f);
        on().moveTo(MARGIN, y);
        on().lineTo(MARGIN + WIDTH, y);
        on().stroke();
        on().setStrokingColor(0f);
    }

    /** Goes on to the next line, on the next page if need be. */
    void line(float size) throws IOException {
        if (!hasRoom(lineHeight(size))) turn();
        y -= lineHeight(size);
    }

    /**
     * On the line that was begun.
     *
     * @param shown in signs that the font has
     */
    void write(String shown, float x, float size, boolean bold) throws IOException {
        write(on(), shown, x, y, size, bold);
    }

    /** The font has one weight: what is bold gets an outline of its own colour. */
    private void write(
            PDPageContentStream on, String shown, float x, float at, float size, boolean bold)
            throws IOException {
        on.beginText();
        on.setFont(lettering.font(), size);
        on.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        if (bold) on.setLineWidth(size * STROKE_OF_BOLD);
        on.newLineAtOffset(x, at);
        on.showText(shown);
        on.endText();
    }

    /** Writes at the foot of each page what it is of, and which one. */
    void number(String what) throws IOException {
        if (stream != null) stream.close();
        stream = null;
        for (int i = 0; i < pages.size(); i++) {
            String number = "page " + (i + 1) + " of " + pages.size();
            float width = lettering.width(number, NUMBERS);
            String shown = lettering.fitting(what, NUMBERS, WIDTH - width - 10);
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, pages.get(i), AppendMode.APPEND, true)) {
                write(foot, shown, MARGIN, MARGIN, NUMBERS, false);
                write(foot, number, MARGIN + WIDTH - width, MARGIN, NUMBERS, false);
            }
        }
    }

    private PDPageContentStream on() throws IOException {
        if (stream == null) turn();
        PDPageContentStream now = stream;
        if (now == null) throw new IllegalStateException("no page is begun");
        return now;
    }

    @Override
    public void close() throws IOException {
        if (stream != null) stream.close();
    }
}
