package io.tidemark.fog.broken;

import org.apache.pdfbox.pdmodel.PDDocument;

/** Breaks the rule that PDFs are written in one package only. */
public final class GatewayThatDrawsPdfs {
    private GatewayThatDrawsPdfs() {}

    public static PDDocument draw() {
        return new PDDocument();
    }
}
